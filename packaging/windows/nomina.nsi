; Installer for Windows, for one person and without administrator's rights:
;   makensis -DVERSION=0.1.0 -DBUNDLE=..\..\build\bundle\nomina -DICON=..\..\build\icons\nomina.ico packaging\windows\nomina.nsi
; The script is compiled on any system; what it makes was not run so far.

Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Nomina"
!ifndef OUT
  !define OUT "Nomina-${VERSION}-setup.exe"
!endif

Name "Nomina"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Nomina"
InstallDirRegKey HKCU "Software\Nomina" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Nomina"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Nomina setup"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\nomina-app.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "Nomina needs a 64-bit Windows."
    Abort
  ${EndIf}
FunctionEnd

Section "Nomina"
  RMDir /r "$INSTDIR\_internal" ; of an older version: files that are gone must not stay
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Nomina.lnk" "$INSTDIR\nomina-app.exe"
  WriteRegStr HKCU "Software\Nomina" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Nomina"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\nomina-app.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Nomina authors"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  ; What was installed, by name: the folder may have been chosen by a person and hold something else. Libraries stay.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\nomina.exe"
  Delete "$INSTDIR\nomina-app.exe"
  Delete "$INSTDIR\THIRD_PARTY.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Nomina.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Nomina"
SectionEnd
