<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Show {category}</source>
        <translation>{category} zeigen</translation>
    </message>
    <message>
        <source>What can be done with categories</source>
        <translation>Was sich mit Kategorien tun lässt</translation>
    </message>
    <message>
        <source>Categories menu</source>
        <translation>Menü der Kategorien</translation>
    </message>
    <message>
        <source>Label the selected pictures as category {key}</source>
        <translation>Ausgewählte Bilder der Kategorie {key} zuordnen</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Neue Bibliothek …</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>Bibliothek öffnen …</translation>
    </message>
    <message>
        <source>Try with sample pictures…</source>
        <translation>Mit Beispielbildern ausprobieren …</translation>
    </message>
    <message>
        <source>Add a folder of pictures…</source>
        <translation>Ordner mit Bildern hinzufügen …</translation>
    </message>
    <message>
        <source>Watched folders…</source>
        <translation>Beobachtete Ordner …</translation>
    </message>
    <message>
        <source>Import labels…</source>
        <translation>Zuordnungen importieren …</translation>
    </message>
    <message>
        <source>Export labels…</source>
        <translation>Zuordnungen exportieren …</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sicherungen …</translation>
    </message>
    <message>
        <source>Check the library…</source>
        <translation>Bibliothek prüfen…</translation>
    </message>
    <message>
        <source>Close library</source>
        <translation>Bibliothek schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Alle Befehle …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Diese Suche speichern …</translation>
    </message>
    <message>
        <source>Filter by name or date</source>
        <translation>Nach Name oder Datum filtern</translation>
    </message>
    <message>
        <source>Select all pictures</source>
        <translation>Alle Bilder auswählen</translation>
    </message>
    <message>
        <source>Roll back the last run</source>
        <translation>Letzten Durchlauf zurücknehmen</translation>
    </message>
    <message>
        <source>Automatic runs…</source>
        <translation>Automatische Durchläufe …</translation>
    </message>
    <message>
        <source>Encoders…</source>
        <translation>Encoder …</translation>
    </message>
    <message>
        <source>Accept as shown</source>
        <translation>Annehmen wie gezeigt</translation>
    </message>
    <message>
        <source>Not this category</source>
        <translation>Nicht diese Kategorie</translation>
    </message>
    <message>
        <source>Label as…</source>
        <translation>Zuordnen als …</translation>
    </message>
    <message>
        <source>Forget what I said of it</source>
        <translation>Vergessen, was ich dazu gesagt habe</translation>
    </message>
    <message>
        <source>Look at it large</source>
        <translation>Groß ansehen</translation>
    </message>
    <message>
        <source>Show its near-duplicates</source>
        <translation>Fast-Duplikate zeigen</translation>
    </message>
    <message>
        <source>Sort by likeness to it</source>
        <translation>Nach Ähnlichkeit dazu sortieren</translation>
    </message>
    <message>
        <source>Show file in folder</source>
        <translation>Datei im Ordner zeigen</translation>
    </message>
    <message>
        <source>Label a folder…</source>
        <translation>Ordner zuordnen …</translation>
    </message>
    <message>
        <source>Make a category of these…</source>
        <translation>Kategorie aus diesen anlegen …</translation>
    </message>
    <message>
        <source>Make a category of a folder…</source>
        <translation>Kategorie aus einem Ordner anlegen …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Change colour and key…</source>
        <translation>Farbe und Taste ändern …</translation>
    </message>
    <message>
        <source>Change words…</source>
        <translation>Worte ändern …</translation>
    </message>
    <message>
        <source>Show examples…</source>
        <translation>Beispiele zeigen …</translation>
    </message>
    <message>
        <source>Put under…</source>
        <translation>Einordnen unter …</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Aufnehmen in …</translation>
    </message>
    <message>
        <source>Remove category…</source>
        <translation>Kategorie entfernen …</translation>
    </message>
    <message>
        <source>Several categories a picture…</source>
        <translation>Mehrere Kategorien pro Bild …</translation>
    </message>
    <message>
        <source>Folder, date and place as evidence…</source>
        <translation>Ordner, Datum und Ort als Hinweis…</translation>
    </message>
    <message>
        <source>Go back to the one before</source>
        <translation>Zurück zum vorigen</translation>
    </message>
    <message>
        <source>Look-alikes together</source>
        <translation>Ähnliche zusammen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Pull the map’s groups apart</source>
        <translation>Gruppen der Karte auseinanderziehen</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>Größere Bilder</translation>
    </message>
    <message>
        <source>Smaller pictures</source>
        <translation>Kleinere Bilder</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Show the menu bar</source>
        <translation>Menüleiste zeigen</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>Einführung</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Tasten …</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>A category is a word or two: type heron, press Return, and every picture is compared with it.

Where words are not enough, drop a few pictures on the category.</source>
        <translation>Eine Kategorie ist ein Wort oder zwei: „Reiher“ eintippen, Eingabetaste drücken, und jedes Bild wird damit verglichen.

Wo Worte nicht reichen, ein paar Bilder auf die Kategorie ziehen.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <source>“{action}” has this key now. If you use it here, that one loses it.</source>
        <translation>Diese Taste gehört jetzt zu „{action}“. Wird sie hier verwendet, verliert jene Aktion sie.</translation>
    </message>
    <message>
        <source>Click the field, press a key, then Use. An empty field means no key.</source>
        <translation>Ins Feld klicken, eine Taste drücken, dann „Verwenden“. Ein leeres Feld heißt: keine Taste.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen, was zu tun ist</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>They are kept for you, not for one library.</source>
        <translation>Sie gelten für Sie, nicht nur für eine Bibliothek.</translation>
    </message>
    <message>
        <source>Select some, then press {key} for {category}.</source>
        <translation>Einige auswählen, dann {key} für {category} drücken.</translation>
    </message>
    <message>
        <source>No picture is selected.</source>
        <translation>Kein Bild ist ausgewählt.</translation>
    </message>
    <message>
        <source>New category “{name}”</source>
        <translation>Neue Kategorie „{name}“</translation>
    </message>
    <message>
        <source>Shift+Return</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message numerus="yes">
        <source>Label %Ln picture(s) as…</source>
        <translation>
            <numerusform>%Ln Bild zuordnen als …</numerusform>
            <numerusform>%Ln Bilder zuordnen als …</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is not where it was.</source>
        <translation>Die Datei ist nicht mehr dort, wo sie war.</translation>
    </message>
    <message>
        <source>Add the folder it lies in now; its labels are kept.</source>
        <translation>Den Ordner hinzufügen, in dem sie jetzt liegt; ihre Zuordnungen bleiben.</translation>
    </message>
    <message>
        <source>Label as</source>
        <translation>Zuordnen als</translation>
    </message>
    <message>
        <source>All pictures ({number})</source>
        <translation>Alle Bilder ({number})</translation>
    </message>
    <message>
        <source>Selected ({number})</source>
        <translation>Ausgewählte ({number})</translation>
    </message>
    <message>
        <source>Shown now ({number})</source>
        <translation>Jetzt gezeigte ({number})</translation>
    </message>
    <message>
        <source>Labelling pictures</source>
        <translation>Bilder werden zugeordnet</translation>
    </message>
    <message>
        <source>Ranking pictures</source>
        <translation>Bilder werden gereiht</translation>
    </message>
    <message>
        <source>Label pictures</source>
        <translation>Bilder zuordnen</translation>
    </message>
    <message>
        <source>Each picture gets its best category where that is sure enough. What you labelled stays. Nothing is written before you say so, and one Undo takes all of it back.</source>
        <translation>Jedes Bild bekommt seine beste Kategorie, wo sie sicher genug ist. Was Sie zugeordnet haben, bleibt. Nichts wird geschrieben, ehe Sie zustimmen, und einmal „Rückgängig“ nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Zuordnungen exportieren</translation>
    </message>
    <message>
        <source>Nothing is written before you say so. Your pictures stay as they are, unless you choose to move them.</source>
        <translation>Nichts wird geschrieben, ehe Sie zustimmen. Ihre Bilder bleiben, wie sie sind, außer Sie lassen sie verschieben.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>Welche Bilder</translation>
    </message>
    <message>
        <source>Which labels</source>
        <translation>Welche Zuordnungen</translation>
    </message>
    <message>
        <source>Yours, and automatic ones for the rest</source>
        <translation>Ihre, und automatische für den Rest</translation>
    </message>
    <message>
        <source>Yours alone</source>
        <translation>Nur Ihre</translation>
    </message>
    <message>
        <source>Automatic ones alone</source>
        <translation>Nur automatische</translation>
    </message>
    <message>
        <source>At most about 1 in {number} wrong</source>
        <translation>Höchstens etwa 1 von {number} falsch</translation>
    </message>
    <message>
        <source>How sure automatic labels must be</source>
        <translation>Wie sicher automatische Zuordnungen sein müssen</translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>How files are named</source>
        <translation>Wie Dateien heißen</translation>
    </message>
    <message>
        <source>With their whole path</source>
        <translation>Mit ganzem Pfad</translation>
    </message>
    <message>
        <source>From the folder of the export</source>
        <translation>Vom Ordner des Exports aus</translation>
    </message>
    <message>
        <source>Pictures without a label too</source>
        <translation>Auch Bilder ohne Zuordnung</translation>
    </message>
    <message>
        <source>With who said so, how sure, and when</source>
        <translation>Mit Urheber, Sicherheit und Zeitpunkt</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>{library} labels</source>
        <translation>Zuordnungen von {library}</translation>
    </message>
    <message>
        <source>Looking at what would be written…</source>
        <translation>Was geschrieben würde, wird ermittelt …</translation>
    </message>
    <message>
        <source>Write over “{name}”</source>
        <translation>„{name}“ überschreiben</translation>
    </message>
    <message>
        <source>Yes, move {pictures}</source>
        <translation>Ja, {pictures} verschieben</translation>
    </message>
    <message>
        <source>Export {pictures}</source>
        <translation>{pictures} exportieren</translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was kept.</source>
        <translation>Angehalten. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>How sure a label must be</source>
        <translation>Wie sicher eine Zuordnung sein muss</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Ein Ordner …</translation>
    </message>
    <message>
        <source>The pictures are being added. You can close this: Nomina goes on, and tells you.</source>
        <translation>Die Bilder werden hinzugefügt. Dieses Fenster kann geschlossen werden: Nomina macht weiter und meldet sich.</translation>
    </message>
    <message>
        <source>Label them…</source>
        <translation>Zuordnen …</translation>
    </message>
    <message>
        <source>At most about 1 label in {number} wrong</source>
        <translation>Höchstens etwa 1 von {number} Zuordnungen falsch</translation>
    </message>
    <message>
        <source>each at least {percent} % likely</source>
        <translation>jede zu mindestens {percent} % wahrscheinlich</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>Die Bilder werden angesehen …</translation>
    </message>
    <message>
        <source>Label {pictures}</source>
        <translation>{pictures} zuordnen</translation>
    </message>
    <message>
        <source>{some} of {all} would get a label.</source>
        <translation>{some} bekämen eine Zuordnung (angesehen: {all}).</translation>
    </message>
    <message>
        <source>They take the place of {number} of earlier runs.</source>
        <translation>Sie ersetzen {number} aus früheren Durchläufen.</translation>
    </message>
    <message>
        <source>{name}, the least sure first</source>
        <translation>{name}, die unsichersten zuerst</translation>
    </message>
    <message>
        <source>{name}: left alone</source>
        <translation>{name}: nicht angetastet</translation>
    </message>
    <message>
        <source>What was dropped ({number})</source>
        <translation>Was hergezogen wurde ({number})</translation>
    </message>
    <message>
        <source>What would become of the pictures</source>
        <translation>Was aus den Bildern würde</translation>
    </message>
    <message>
        <source>Pictures of the chosen row</source>
        <translation>Bilder der gewählten Zeile</translation>
    </message>
    <message>
        <source>Progress of the work</source>
        <translation>Fortschritt der Arbeit</translation>
    </message>
    <message>
        <source>An encoder is what looks at your pictures. A better one sorts them better, and takes longer.</source>
        <translation>Ein Encoder ist das, was Ihre Bilder ansieht. Ein besserer sortiert sie besser und braucht länger.</translation>
    </message>
    <message>
        <source>Knows words</source>
        <translation>Kennt Worte</translation>
    </message>
    <message>
        <source>Light enough for this machine</source>
        <translation>Leicht genug für diesen Rechner</translation>
    </message>
    <message>
        <source>At most half a second a picture, and a quarter of the memory</source>
        <translation>Höchstens eine halbe Sekunde pro Bild und ein Viertel des Speichers</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>Aus einem Ordner …</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Looking what there is…</source>
        <translation>Was es gibt, wird ermittelt …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Unterbrechen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Not sure enough</source>
        <translation>Nicht sicher genug</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>in {folder}</translation>
    </message>
    <message>
        <source>“{letters}” in the name</source>
        <translation>„{letters}“ im Namen</translation>
    </message>
    <message>
        <source>Nearest to “{wanted}”</source>
        <translation>Am nächsten zu „{wanted}“</translation>
    </message>
    <message>
        <source>near-duplicates of one</source>
        <translation>Fast-Duplikate eines Bildes</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>Fast-Duplikate</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>Durchlauf {number}</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Von Ihnen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Keine davon</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>Labelled by you, stay</source>
        <translation>Von Ihnen zugeordnet, bleiben</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>“heron” is typed, and each picture says whether it is one</source>
        <translation>„Reiher“ wird eingetippt, und jedes Bild sagt, ob es einen zeigt</translation>
    </message>
    <message>
        <source>✓ yours</source>
        <translation>✓ von Ihnen</translation>
    </message>
    <message>
        <source>heron</source>
        <translation>Reiher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>No picture would move</source>
        <translation>Kein Bild käme anderswohin</translation>
    </message>
    <message>
        <source>About {pictures} would move to it from none of these</source>
        <translation>Neu darin: etwa {pictures}, bisher alle „keine davon“</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>keine davon</translation>
    </message>
    <message>
        <source>{number} from {name}</source>
        <translation>{number} aus {name}</translation>
    </message>
    <message>
        <source>{number} from others</source>
        <translation>{number} aus anderen</translation>
    </message>
    <message>
        <source>About {pictures} would move: {where}</source>
        <translation>Anderswohin kämen etwa {pictures}: {where}</translation>
    </message>
    <message>
        <source>None of your confirmed pictures change</source>
        <translation>Keines Ihrer bestätigten Bilder ändert sich</translation>
    </message>
    <message>
        <source>{pictures} would change</source>
        <translation>Zu ändern: {pictures}</translation>
    </message>
    <message>
        <source>↵ new category</source>
        <translation>↵ neue Kategorie</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} oder {second}</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>at {time} of a video</source>
        <translation>bei {time} eines Videos</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>himmelblau</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>zinnoberrot</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>rosa</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>gold</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>braun</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>violett</translation>
    </message>
    <message>
        <source>dark green</source>
        <translation>dunkelgrün</translation>
    </message>
    <message>
        <source>indigo</source>
        <translation>indigo</translation>
    </message>
    <message>
        <source>wine</source>
        <translation>weinrot</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>petrol</translation>
    </message>
    <message>
        <source>Looking what would change…</source>
        <translation>Was sich ändern würde, wird ermittelt …</translation>
    </message>
    <message>
        <source>“{target}” gets all that “{source}” is known by: {examples}, {rejects} and its names. “{source}” goes. One Undo brings it back.</source>
        <translation>„{target}“ bekommt alles, woran „{source}“ erkannt wird: {examples}, {rejects} und die Namen. „{source}“ verschwindet. Einmal „Rückgängig“ bringt sie zurück.</translation>
    </message>
    <message>
        <source>Merge {source} into {target}</source>
        <translation>{source} in {target} aufnehmen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>The pictures stay; what you said of it goes: {examples}, {rejects}. What lies under it moves one up. One Undo brings all back.</source>
        <translation>Die Bilder bleiben; was Sie darüber gesagt haben, geht verloren: {examples}, {rejects}. Was darunter liegt, rückt eine Stufe höher. Einmal „Rückgängig“ bringt alles zurück.</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Weiter holen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Keep the one in use</source>
        <translation>Beim jetzigen bleiben</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Ask both about the pictures that you labelled; nothing changes</source>
        <translation>Beide nach den Bildern fragen, die Sie zugeordnet haben; nichts ändert sich</translation>
    </message>
    <message>
        <source>A few seconds of sample pictures</source>
        <translation>Einige Sekunden lang Beispielbilder</translation>
    </message>
    <message>
        <source>Delete its weights from this machine</source>
        <translation>Seine Gewichte von diesem Rechner löschen</translation>
    </message>
    <message>
        <source>Keep {encoder}</source>
        <translation>Bei {encoder} bleiben</translation>
    </message>
    <message>
        <source>{then} is right about {right} of {all} labelled pictures, {now} about {before}.</source>
        <translation>{then} liegt bei {right} von {all} zugeordneten Bildern richtig, {now} bei {before}.</translation>
    </message>
    <message>
        <source>{then} alone: {only_then}. {now} alone: {only_now}.</source>
        <translation>Nur {then}: {only_then}. Nur {now}: {only_now}.</translation>
    </message>
    <message>
        <source>The upper pictures stay. The lower ones become a category of their own. Click one to move it.</source>
        <translation>Die oberen Bilder bleiben. Die unteren werden eine eigene Kategorie. Ein Klick auf ein Bild verschiebt es.</translation>
    </message>
    <message>
        <source>Split {name}</source>
        <translation>{name} teilen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>These stay</source>
        <translation>Diese bleiben</translation>
    </message>
    <message>
        <source>These go</source>
        <translation>Diese gehen</translation>
    </message>
    <message>
        <source>a name, like foal</source>
        <translation>ein Name, etwa Fohlen</translation>
    </message>
    <message>
        <source>What the second category is called</source>
        <translation>Wie die zweite Kategorie heißt</translation>
    </message>
    <message>
        <source>Stay {name}: {examples}</source>
        <translation>Es bleiben bei {name}: {examples}</translation>
    </message>
    <message>
        <source>Go: {examples}</source>
        <translation>Es gehen: {examples}</translation>
    </message>
    <message>
        <source>Give it a name to see what would change</source>
        <translation>Erst der Name zeigt, was sich ändern würde</translation>
    </message>
    <message>
        <source>Colour and key of {name}</source>
        <translation>Farbe und Taste von {name}</translation>
    </message>
    <message>
        <source>A key that another category has is swapped with it.</source>
        <translation>Eine Taste, die eine andere Kategorie hat, wird mit ihr getauscht.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>its own colour</source>
        <translation>eine eigene Farbe</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>Key {key}, of {name} now</source>
        <translation>Taste {key}, jetzt bei {name}</translation>
    </message>
    <message>
        <source>Labelled pictures like it: {names}</source>
        <translation>Ähnliche zugeordnete Bilder: {names}</translation>
    </message>
    <message>
        <source>Like these of yours</source>
        <translation>Ähnlich diesen von Ihnen</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>herausgenommen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>picture {number}, {state}</source>
        <translation>Bild {number}, {state}</translation>
    </message>
    <message>
        <source>Pictures that look alike</source>
        <translation>Bilder, die sich ähneln</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Labels to check</source>
        <translation>Zu prüfende Zuordnungen</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Ähnliche</translation>
    </message>
    <message>
        <source>Ask about several pictures that look alike at once (G)</source>
        <translation>Nach mehreren ähnlichen Bildern auf einmal fragen (G)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) to check</source>
        <translation>
            <numerusform>%Ln Zuordnung zu prüfen</numerusform>
            <numerusform>%Ln Zuordnungen zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for pictures like it…</source>
        <translation>Ähnliche Bilder werden gesucht …</translation>
    </message>
    <message>
        <source>Answer again to change it, or go on with →.</source>
        <translation>Erneut antworten, um es zu ändern, oder weiter mit →.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Take the label away</source>
        <translation>Zuordnung entfernen</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>Nicht {name}</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Andere …</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>All of them are {name}</source>
        <translation>Alle gehören zu {name}</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>Bei {name} bleiben</translation>
    </message>
    <message>
        <source>Change to {name}</source>
        <translation>Zu {name} ändern</translation>
    </message>
    <message>
        <source>The library is being opened…</source>
        <translation>Die Bibliothek wird geöffnet …</translation>
    </message>
    <message>
        <source>Then name what you want to find in them, and Nomina will ask about those it is unsure of.</source>
        <translation>Dann benennen, was darin zu finden sein soll, und Nomina fragt nach denen, bei denen es unsicher ist.</translation>
    </message>
    <message>
        <source>Add some pictures first.</source>
        <translation>Zuerst Bilder hinzufügen.</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>Bilder hinzufügen …</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>Alle Bilder zeigen</translation>
    </message>
    <message>
        <source>Your pictures will be here in a moment.</source>
        <translation>Ihre Bilder sind gleich da.</translation>
    </message>
    <message>
        <source>You can type categories already.</source>
        <translation>Kategorien lassen sich schon eintippen.</translation>
    </message>
    <message>
        <source>This library has no pictures yet.</source>
        <translation>Diese Bibliothek hat noch keine Bilder.</translation>
    </message>
    <message>
        <source>Drop files and folders anywhere in this window. They stay where they are; Nomina only reads them.</source>
        <translation>Dateien und Ordner irgendwo in dieses Fenster ziehen. Sie bleiben, wo sie sind; Nomina liest sie nur.</translation>
    </message>
    <message>
        <source>No pictures in “{shown}”.</source>
        <translation>Keine Bilder in „{shown}“.</translation>
    </message>
    <message>
        <source>No picture meets all of these conditions: take one of them away.</source>
        <translation>Kein Bild erfüllt alle diese Bedingungen: eine davon wegnehmen.</translation>
    </message>
    <message>
        <source>Add a category, or show a few examples, and pictures will come here.</source>
        <translation>Eine Kategorie anlegen oder ein paar Beispiele zeigen, und hier erscheinen Bilder.</translation>
    </message>
    <message>
        <source>A word is enough: Nomina sorts the pictures by it, and asks here about those it is unsure of.</source>
        <translation>Ein Wort genügt: Nomina sortiert die Bilder danach und fragt hier nach denen, bei denen es unsicher ist.</translation>
    </message>
    <message>
        <source>Name a category first.</source>
        <translation>Zuerst eine Kategorie benennen.</translation>
    </message>
    <message>
        <source>How often it is right</source>
        <translation>Wie oft es richtig ist</translation>
    </message>
    <message>
        <source>Pictures by state</source>
        <translation>Bilder nach Zustand</translation>
    </message>
    <message>
        <source>Pictures by category</source>
        <translation>Bilder nach Kategorie</translation>
    </message>
    <message>
        <source>What is confused</source>
        <translation>Was verwechselt wird</translation>
    </message>
    <message>
        <source>Labels that look wrong</source>
        <translation>Zuordnungen, die falsch aussehen</translation>
    </message>
    <message>
        <source>Sets that hold the right category</source>
        <translation>Auswahlen mit der richtigen Kategorie</translation>
    </message>
    <message>
        <source>Full colour: yours. Lighter: likely. Pale: unsure.</source>
        <translation>Volle Farbe: von Ihnen. Heller: wahrscheinlich. Blass: unsicher.</translation>
    </message>
    <message>
        <source>Review pictures</source>
        <translation>Bilder durchsehen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Insights need pictures.</source>
        <translation>Der Überblick braucht Bilder.</translation>
    </message>
    <message>
        <source>Here you will see how they are sorted, and how far to trust it.</source>
        <translation>Hier wird zu sehen sein, wie sie sortiert sind und wie weit darauf Verlass ist.</translation>
    </message>
    <message>
        <source>Insights need categories.</source>
        <translation>Der Überblick braucht Kategorien.</translation>
    </message>
    <message>
        <source>Type one, and every picture is sorted at once.</source>
        <translation>Eine eintippen, und jedes Bild wird sofort sortiert.</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Insights will be here as soon as the encoder is ready.</source>
        <translation>Der Überblick erscheint hier, sobald der Encoder bereit ist.</translation>
    </message>
    <message>
        <source>The labels are being checked.</source>
        <translation>Die Zuordnungen werden geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>from %Ln labelled picture(s)</source>
        <translation>
            <numerusform>aus einem zugeordneten Bild</numerusform>
            <numerusform>aus %Ln zugeordneten Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: every labelled picture would have been named right.</source>
        <translation>Nichts: Jedes zugeordnete Bild wäre richtig benannt worden.</translation>
    </message>
    <message>
        <source>Label pictures, and this says what is taken for what.</source>
        <translation>Bilder zuordnen, und hier steht, was womit verwechselt wird.</translation>
    </message>
    <message>
        <source>A set of answers shall hold the right category {level} % of the time.</source>
        <translation>Eine Auswahl von Antworten soll in {level} % der Fälle die richtige Kategorie enthalten.</translation>
    </message>
    <message>
        <source>Label pictures, and this says how often a set of answers holds the right category.</source>
        <translation>Bilder zuordnen, und hier steht, wie oft eine Auswahl von Antworten die richtige Kategorie enthält.</translation>
    </message>
    <message>
        <source>{yours} yours, {likely} likely, {unsure} unsure</source>
        <translation>{yours} von Ihnen, {likely} wahrscheinlich, {unsure} unsicher</translation>
    </message>
    <message>
        <source>Without the encoder nothing is known of your pictures. Choose another one in the settings.</source>
        <translation>Ohne den Encoder ist nichts über Ihre Bilder bekannt. Einen anderen in den Einstellungen wählen.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>The encoder is getting ready…</source>
        <translation>Der Encoder wird vorbereitet …</translation>
    </message>
    <message>
        <source>Questions will come in a moment, by themselves.</source>
        <translation>Gleich erscheinen von selbst Fragen.</translation>
    </message>
    <message>
        <source>Choosing the most telling pictures…</source>
        <translation>Die aufschlussreichsten Bilder werden gewählt …</translation>
    </message>
    <message>
        <source>Only pictures that you skipped are left.</source>
        <translation>Nur noch übersprungene Bilder sind übrig.</translation>
    </message>
    <message numerus="yes">
        <source>Ask about the %Ln skipped picture(s) again</source>
        <translation>
            <numerusform>Noch einmal nach dem übersprungenen Bild fragen</numerusform>
            <numerusform>Noch einmal nach den %Ln übersprungenen Bildern fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Each label fits its own category best, judged without it.</source>
        <translation>Jede Zuordnung passt am besten zu ihrer eigenen Kategorie, auch wenn ohne sie geurteilt wird.</translation>
    </message>
    <message>
        <source>No label of yours looks wrong.</source>
        <translation>Keine Ihrer Zuordnungen sieht falsch aus.</translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation>Zurück zu den Fragen</translation>
    </message>
    <message>
        <source>Nothing is left to ask about.</source>
        <translation>Es gibt nichts mehr zu fragen.</translation>
    </message>
    <message>
        <source>Label all…</source>
        <translation>Alle zuordnen …</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Bild {name}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The file cannot be shown: {reason}. You can answer all the same.</source>
        <translation>Die Datei lässt sich nicht zeigen: {reason}. Antworten geht trotzdem.</translation>
    </message>
    <message>
        <source>Is this really {first}?</source>
        <translation>Ist das wirklich {first}?</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>Ist das {name}?</translation>
    </message>
    <message>
        <source>Is this {first} or {second}?</source>
        <translation>Ist das {first} oder {second}?</translation>
    </message>
    <message>
        <source>You said {said}. Judged by your other labels it looks more like {other}.</source>
        <translation>Sie sagten {said}. Nach Ihren anderen Zuordnungen sieht es eher nach {other} aus.</translation>
    </message>
    <message>
        <source>The two are close.</source>
        <translation>Die beiden liegen nah beieinander.</translation>
    </message>
    <message>
        <source>Nomina is not sure of it.</source>
        <translation>Nomina ist sich nicht sicher.</translation>
    </message>
    <message>
        <source>Nothing stands out: none of these, or a category that is not there yet.</source>
        <translation>Nichts sticht heraus: keine davon, oder eine Kategorie, die es noch nicht gibt.</translation>
    </message>
    <message>
        <source>It stands for many pictures like it that nobody has looked at.</source>
        <translation>Es steht für viele ähnliche Bilder, die noch niemand angesehen hat.</translation>
    </message>
    <message>
        <source>Drawn by chance, to see how often Nomina is right.</source>
        <translation>Zufällig gezogen, um zu sehen, wie oft Nomina richtig liegt.</translation>
    </message>
    <message numerus="yes">
        <source>Are these %Ln picture(s) {name}? Take out those that are not.</source>
        <translation>
            <numerusform>Gehört dieses Bild zu {name}? Sonst herausnehmen.</numerusform>
            <numerusform>Gehören diese %Ln Bilder zu {name}? Die anderen herausnehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>They look alike, and Nomina takes them all for the same.</source>
        <translation>Sie ähneln sich, und Nomina hält sie alle für dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>What are these %Ln picture(s)? Take out those that do not belong.</source>
        <translation>
            <numerusform>Was ist dieses Bild?</numerusform>
            <numerusform>Was sind diese %Ln Bilder? Herausnehmen, was nicht dazugehört.</numerusform>
        </translation>
    </message>
    <message>
        <source>They look alike, and nothing stands out for any of them.</source>
        <translation>Sie ähneln sich, und bei keinem sticht etwas heraus.</translation>
    </message>
    <message>
        <source>You said {name}.</source>
        <translation>Sie sagten {name}.</translation>
    </message>
    <message>
        <source>You said: not {name}.</source>
        <translation>Sie sagten: nicht {name}.</translation>
    </message>
    <message>
        <source>You made a category of it.</source>
        <translation>Sie haben daraus eine Kategorie gemacht.</translation>
    </message>
    <message>
        <source>You said: none of these.</source>
        <translation>Sie sagten: keine davon.</translation>
    </message>
    <message>
        <source>You kept your label.</source>
        <translation>Sie sind bei Ihrer Zuordnung geblieben.</translation>
    </message>
    <message>
        <source>You took your label away.</source>
        <translation>Sie haben Ihre Zuordnung entfernt.</translation>
    </message>
    <message>
        <source>You skipped this one.</source>
        <translation>Sie haben dieses Bild übersprungen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) looked at</source>
        <translation>
            <numerusform>%Ln Bild angesehen</numerusform>
            <numerusform>%Ln Bilder angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Accuracy not known yet</source>
        <translation>Trefferquote noch nicht bekannt</translation>
    </message>
    <message>
        <source>It is estimated from the pictures that you answer.</source>
        <translation>Sie wird aus den Bildern geschätzt, zu denen Sie antworten.</translation>
    </message>
    <message>
        <source>Accuracy about {share} % ({low}–{high} %)</source>
        <translation>Trefferquote etwa {share} % ({low}–{high} %)</translation>
    </message>
    <message>
        <source>Accuracy between {low} and {high} %</source>
        <translation>Trefferquote zwischen {low} und {high} %</translation>
    </message>
    <message>
        <source>{right} of {counted} pictures drawn by chance; the true share is nearly always between the two.</source>
        <translation>{right} von {counted} zufällig gezogenen Bildern; der wahre Anteil liegt fast immer zwischen den beiden.</translation>
    </message>
    <message>
        <source>{right} of the {counted} pictures that you labelled, which may be harder or easier than the others.</source>
        <translation>{right} von {counted} Bildern, die Sie zugeordnet haben; sie können schwerer oder leichter sein als die anderen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) changed by your last answer</source>
        <translation>
            <numerusform>%Ln Bild durch Ihre letzte Antwort geändert</numerusform>
            <numerusform>%Ln Bilder durch Ihre letzte Antwort geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>{unsure} unsure, {none} none of these</source>
        <translation>{unsure} unsicher, {none} keine davon</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Make a library of {things}</source>
        <translation>Eine Bibliothek anlegen: {things}</translation>
    </message>
    <message>
        <source>Add {what} to {library}</source>
        <translation>{what} zu {library} hinzufügen</translation>
    </message>
    <message>
        <source>Add {what} and label</source>
        <translation>{what} hinzufügen und zuordnen</translation>
    </message>
    <message>
        <source>Run: {when}</source>
        <translation>Durchlauf: {when}</translation>
    </message>
    <message>
        <source>My pictures</source>
        <translation>Meine Bilder</translation>
    </message>
    <message>
        <source>Nomina samples</source>
        <translation>Nomina-Beispielbilder</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>{pictures} written to “{name}”.</source>
        <translation>{pictures} in „{name}“ geschrieben.</translation>
    </message>
    <message>
        <source>The sidecars of {pictures} are up to date.</source>
        <translation>{pictures}: Begleitdateien auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>{pictures} moved to “{name}”.</source>
        <translation>{pictures} nach „{name}“ verschoben.</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Zurückverschieben</translation>
    </message>
    <message>
        <source>{files} could not be.</source>
        <translation>Nicht möglich: {files}.</translation>
    </message>
    <message>
        <source>See which</source>
        <translation>Welche?</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Not all of it could be taken.</source>
        <translation>Nicht alles ließ sich übernehmen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The rest was taken. Undo takes all of it back.</source>
        <translation>Der Rest wurde übernommen. „Rückgängig“ nimmt alles zurück.</translation>
    </message>
    <message>
        <source>What could not be taken</source>
        <translation>Was nicht übernommen werden konnte</translation>
    </message>
    <message>
        <source>Show its pictures</source>
        <translation>Bilder zeigen</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Automatic runs</source>
        <translation>Automatische Durchläufe</translation>
    </message>
    <message>
        <source>Each time pictures were labelled automatically is a run. Rolling one back takes all its labels away, except those that you confirmed since. Undo brings them back.</source>
        <translation>Jedes automatische Zuordnen ist ein Durchlauf. Ihn zurückzunehmen entfernt alle seine Zuordnungen, außer denen, die Sie seither bestätigt haben. „Rückgängig“ bringt sie wieder.</translation>
    </message>
    <message>
        <source>No pictures were labelled automatically yet. “Label all…” does that.</source>
        <translation>Noch wurden keine Bilder automatisch zugeordnet. „Alle zuordnen …“ tut das.</translation>
    </message>
    <message>
        <source>Paused.  {work}</source>
        <translation>Unterbrochen.  {work}</translation>
    </message>
    <message>
        <source>{title}: {done} of {total}</source>
        <translation>{title}: {done} von {total}</translation>
    </message>
    <message>
        <source>{number} a second</source>
        <translation>{number} pro Sekunde</translation>
    </message>
    <message>
        <source>{number} a minute</source>
        <translation>{number} pro Minute</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Done: {step}.</source>
        <translation>Erledigt: {step}.</translation>
    </message>
    <message>
        <source>New in “{folder}”: {pictures} added.</source>
        <translation>Neu in „{folder}“: {pictures} hinzugefügt.</translation>
    </message>
    <message>
        <source>New in “{folder}”: {pictures} added, {files} left out.</source>
        <translation>Neu in „{folder}“: {pictures} hinzugefügt, {files} ausgelassen.</translation>
    </message>
    <message>
        <source>New in “{folder}”: {files} left out.</source>
        <translation>Neu in „{folder}“: {files} ausgelassen.</translation>
    </message>
    <message>
        <source>{labels} given.</source>
        <translation>{labels} vergeben.</translation>
    </message>
    <message>
        <source>Something in Nomina went wrong: {error}.</source>
        <translation>In Nomina ist etwas schiefgegangen: {error}.</translation>
    </message>
    <message>
        <source>This is a bug of ours; your library is as it was before. Please report it.</source>
        <translation>Das ist ein Fehler von uns; Ihre Bibliothek ist wie zuvor. Bitte melden Sie ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) added</source>
        <translation>
            <numerusform>%Ln Bild hinzugefügt</numerusform>
            <numerusform>%Ln Bilder hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) known already</source>
        <translation>
            <numerusform>%Ln Bild schon bekannt</numerusform>
            <numerusform>%Ln Bilder schon bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) known</source>
        <translation>
            <numerusform>%Ln Bild bekannt</numerusform>
            <numerusform>%Ln Bilder bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out</source>
        <translation>
            <numerusform>%Ln Datei ausgelassen</numerusform>
            <numerusform>%Ln Dateien ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} not sure enough</source>
        <translation>{number} nicht sicher genug</translation>
    </message>
    <message>
        <source>{number} labelled by you</source>
        <translation>{number} von Ihnen zugeordnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) labelled.</source>
        <translation>
            <numerusform>%Ln Bild zugeordnet.</numerusform>
            <numerusform>%Ln Bilder zugeordnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) would get a label.</source>
        <translation>
            <numerusform>%Ln Bild bekäme eine Zuordnung.</numerusform>
            <numerusform>%Ln Bilder bekämen eine Zuordnung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left alone: {pictures}.</source>
        <translation>Nicht angetastet: {pictures}.</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Ordner {name}</translation>
    </message>
    <message>
        <source>{pictures} looked at</source>
        <translation>{pictures} angesehen</translation>
    </message>
    <message>
        <source>each label at least {percent} % likely</source>
        <translation>jede Zuordnung zu mindestens {percent} % wahrscheinlich</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln Zuordnung</numerusform>
            <numerusform>%Ln Zuordnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s)</source>
        <translation>
            <numerusform>%Ln Original</numerusform>
            <numerusform>%Ln Originale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation>
            <numerusform>%Ln Beispiel</numerusform>
            <numerusform>%Ln Beispiele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln counter-example(s)</source>
        <translation>
            <numerusform>%Ln Gegenbeispiel</numerusform>
            <numerusform>%Ln Gegenbeispiele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln confirmed picture(s)</source>
        <translation>
            <numerusform>%Ln bestätigtes Bild</numerusform>
            <numerusform>%Ln bestätigte Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} h</translation>
    </message>
    <message>
        <source>SHOW</source>
        <translation>ZEIGEN</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Was zu zeigen ist</translation>
    </message>
    <message>
        <source>FOLDERS</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>WATCHED</source>
        <translation>BEOBACHTET</translation>
    </message>
    <message>
        <source>RUNS</source>
        <translation>DURCHLÄUFE</translation>
    </message>
    <message>
        <source>SAVED SEARCHES</source>
        <translation>GESPEICHERTE SUCHEN</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>{folder} (not there)</source>
        <translation>{folder} (nicht da)</translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation>Diese Suche vergessen</translation>
    </message>
    <message>
        <source>Type a name or drop a few pictures, and your whole collection is sorted by it. No training.</source>
        <translation>Einen Namen eintippen oder ein paar Bilder herziehen, und alle Ihre Bilder werden danach sortiert. Ganz ohne Training.</translation>
    </message>
    <message>
        <source>All of it happens on this computer. Your pictures stay as they are.</source>
        <translation>Alles geschieht auf diesem Computer. Ihre Bilder bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Nomina</source>
        <translation>Nomina</translation>
    </message>
    <message>
        <source>Create a library</source>
        <translation>Bibliothek anlegen</translation>
    </message>
    <message>
        <source>A folder of its own for what you teach.</source>
        <translation>Ein eigener Ordner für das, was Sie lehren.</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>The folder of one you made before.</source>
        <translation>Den Ordner einer vorhandenen wählen.</translation>
    </message>
    <message>
        <source>Take the tutorial</source>
        <translation>Einführung beginnen</translation>
    </message>
    <message>
        <source>Two minutes, step by step, by doing it.</source>
        <translation>Zwei Minuten, Schritt für Schritt, durch Ausprobieren.</translation>
    </message>
    <message>
        <source>Try with sample pictures</source>
        <translation>Mit Beispielen beginnen</translation>
    </message>
    <message>
        <source>Some twenty pictures that come with Nomina, and a few categories.</source>
        <translation>Rund zwanzig Bilder, die mit Nomina kommen, und einige Kategorien.</translation>
    </message>
    <message>
        <source>Or drop pictures and folders anywhere here.</source>
        <translation>Oder Bilder und Ordner irgendwo hierher ziehen.</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gestern {time}</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Adding pictures</source>
        <translation>Bilder werden hinzugefügt</translation>
    </message>
    <message>
        <source>Adding sample pictures</source>
        <translation>Beispielbilder werden hinzugefügt</translation>
    </message>
    <message>
        <source>Adding examples</source>
        <translation>Beispiele werden hinzugefügt</translation>
    </message>
    <message>
        <source>Looking for near-duplicates</source>
        <translation>Fast-Duplikate werden gesucht</translation>
    </message>
    <message>
        <source>Reading pictures again</source>
        <translation>Bilder werden neu gelesen</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>It stands in the rail at the left. New pictures that meet its conditions are in it by themselves.</source>
        <translation>Sie steht links in der Leiste. Neue Bilder, die ihre Bedingungen erfüllen, sind von selbst darin.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>2019 or 2019-05-31</source>
        <translation>2019 oder 2019-05-31</translation>
    </message>
    <message>
        <source>Letters, like IMG_20</source>
        <translation>Buchstaben, etwa IMG_20</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>File name has</source>
        <translation>Dateiname enthält</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>Aufgenommen von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>By the date the camera wrote.</source>
        <translation>Nach dem Datum der Kamera.</translation>
    </message>
    <message>
        <source>Type a year, a month or a day: 2019, 2019-05 or 2019-05-31.</source>
        <translation>Ein Jahr, einen Monat oder einen Tag eintippen: 2019, 2019-05 oder 2019-05-31.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>beste zuerst</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>date taken</source>
        <translation>Aufnahmedatum</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>unsicherste zuerst</translation>
    </message>
    <message>
        <source>most sure first</source>
        <translation>sicherste zuerst</translation>
    </message>
    <message>
        <source>closest call first</source>
        <translation>knappste zuerst</translation>
    </message>
    <message>
        <source>most like the selected</source>
        <translation>der Auswahl am ähnlichsten</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>Near-duplicates as one</source>
        <translation>Fast-Duplikate als eines</translation>
    </message>
    <message>
        <source>Opening {library}…</source>
        <translation>{library} wird geöffnet …</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>Sortierung: {order}</translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation>Suche speichern …</translation>
    </message>
    <message>
        <source>Take away: {condition}</source>
        <translation>Wegnehmen: {condition}</translation>
    </message>
    <message numerus="yes">
        <source>one of %Ln near-duplicate(s)</source>
        <translation>
            <numerusform>eines von %Ln Fast-Duplikat</numerusform>
            <numerusform>eines von %Ln Fast-Duplikaten</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message numerus="yes">
        <source>{place}, %Ln picture(s)</source>
        <translation>
            <numerusform>{place}, %Ln Bild</numerusform>
            <numerusform>{place}, %Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>sidecars</source>
        <translation>Begleitdateien</translation>
    </message>
    <message>
        <source>{pictures} moved back.</source>
        <translation>{pictures} zurückverschoben.</translation>
    </message>
    <message>
        <source>See what was not</source>
        <translation>Welche nicht?</translation>
    </message>
    <message>
        <source>Moving pictures back</source>
        <translation>Bilder werden zurückverschoben</translation>
    </message>
    <message>
        <source>{pictures} in {categories}.</source>
        <translation>{pictures} in {categories}.</translation>
    </message>
    <message>
        <source>{number} without a label are not in it.</source>
        <translation>{number} ohne Zuordnung sind nicht dabei.</translation>
    </message>
    <message>
        <source>{files} cannot be written.</source>
        <translation>Nicht zu schreiben: {files}.</translation>
    </message>
    <message>
        <source>Since the last time: {added} new, {changed} changed, {removed} gone.</source>
        <translation>Seit dem letzten Mal: {added} neu, {changed} geändert, {removed} verschwunden.</translation>
    </message>
    <message>
        <source>1 category</source>
        <translation>1 Kategorie</translation>
    </message>
    <message>
        <source>{number} categories</source>
        <translation>{number} Kategorien</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>1 new category</source>
        <translation>1 neue Kategorie</translation>
    </message>
    <message>
        <source>{number} new categories</source>
        <translation>{number} neue Kategorien</translation>
    </message>
    <message>
        <source>{pictures} added</source>
        <translation>{pictures} hinzugefügt</translation>
    </message>
    <message>
        <source>more words for {number}</source>
        <translation>mehr Worte für {number}</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>Show examples</source>
        <translation>Beispiele zeigen</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Ganz oben</translation>
    </message>
    <message>
        <source>Put {name} under…</source>
        <translation>{name} einordnen unter …</translation>
    </message>
    <message>
        <source>Merge {name} into…</source>
        <translation>{name} aufnehmen in …</translation>
    </message>
    <message>
        <source>{name} has too few examples to split.</source>
        <translation>{name} hat zu wenige Beispiele zum Teilen.</translation>
    </message>
    <message>
        <source>Show it some of both kinds first.</source>
        <translation>Zuerst einige von beiden Arten zeigen.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>About Nomina</source>
        <translation>Über Nomina</translation>
    </message>
    <message>
        <source>All work stays on this computer.</source>
        <translation>Alle Arbeit bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>New library: name its folder</source>
        <translation>Neue Bibliothek: Ordner benennen</translation>
    </message>
    <message>
        <source>Add a folder of pictures</source>
        <translation>Einen Ordner mit Bildern hinzufügen</translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation>Der Ordner eines Modells</translation>
    </message>
    <message>
        <source>Files (*{ending})</source>
        <translation>Dateien (*{ending})</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What the chosen row is about</source>
        <translation>Worum es in der gewählten Zeile geht</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… und {number} weitere</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Zuordnungen importieren</translation>
    </message>
    <message>
        <source>Choose a file or folder, or drop it here. Nothing is written before you say so, and one Undo takes it back.</source>
        <translation>Eine Datei oder einen Ordner wählen oder hierher ziehen. Nichts wird geschrieben, ehe Sie zustimmen, und einmal „Rückgängig“ nimmt es zurück.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>A table, a folder for each category, sidecars, a category pack…</source>
        <translation>Eine Tabelle, ein Ordner je Kategorie, Begleitdateien, ein Kategorienpaket …</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>As it is recognised</source>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <source>What is taken</source>
        <translation>Was übernommen wird</translation>
    </message>
    <message>
        <source>Labels of pictures that are here</source>
        <translation>Zuordnungen von Bildern, die hier sind</translation>
    </message>
    <message>
        <source>Labels, and pictures that are not here</source>
        <translation>Zuordnungen, und Bilder, die nicht hier sind</translation>
    </message>
    <message>
        <source>The names of the categories alone</source>
        <translation>Nur die Namen der Kategorien</translation>
    </message>
    <message>
        <source>A category of a name that is here</source>
        <translation>Eine Kategorie, deren Name schon da ist,</translation>
    </message>
    <message>
        <source>Is the same one</source>
        <translation>ist dieselbe</translation>
    </message>
    <message>
        <source>Becomes another one</source>
        <translation>wird eine andere</translation>
    </message>
    <message>
        <source>Is left out</source>
        <translation>wird ausgelassen</translation>
    </message>
    <message>
        <source>Automatic labels too, as a run</source>
        <translation>Auch automatische Zuordnungen, als Durchlauf</translation>
    </message>
    <message>
        <source>They take the place of yours where they differ</source>
        <translation>Sie ersetzen Ihre, wo sie abweichen</translation>
    </message>
    <message>
        <source>Find moved pictures by their file name</source>
        <translation>Verschobene Bilder am Dateinamen finden</translation>
    </message>
    <message>
        <source>Of several categories of a picture, take the first</source>
        <translation>Von mehreren Kategorien eines Bildes die erste nehmen</translation>
    </message>
    <message>
        <source>Looking at what there is…</source>
        <translation>Was da ist, wird ermittelt …</translation>
    </message>
    <message>
        <source>Recognised: {title}</source>
        <translation>Erkannt: {title}</translation>
    </message>
    <message>
        <source>To add the pictures that are not here, choose “{choice}”.</source>
        <translation>Um die Bilder hinzuzufügen, die nicht hier sind: „{choice}“ wählen.</translation>
    </message>
    <message>
        <source>There is nothing in it that is not here already.</source>
        <translation>Darin ist nichts, was nicht schon hier ist.</translation>
    </message>
    <message>
        <source>Nothing was changed about them. Mend or convert them, then drop them again.</source>
        <translation>An ihnen wurde nichts geändert. Reparieren oder umwandeln, dann noch einmal herziehen.</translation>
    </message>
    <message>
        <source>Files that were left out</source>
        <translation>Ausgelassene Dateien</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>Was geschrieben würde</translation>
    </message>
    <message>
        <source>Files that would be written</source>
        <translation>Dateien, die geschrieben würden</translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation>Die ersten Zeilen</translation>
    </message>
    <message>
        <source>Beside the first of these pictures</source>
        <translation>Neben dem ersten dieser Bilder</translation>
    </message>
    <message>
        <source>Where the first pictures would be moved</source>
        <translation>Wohin die ersten Bilder verschoben würden</translation>
    </message>
    <message>
        <source>What would be written, of the first pictures</source>
        <translation>Was für die ersten Bilder geschrieben würde</translation>
    </message>
    <message>
        <source>“{name}” is no text.</source>
        <translation>„{name}“ ist kein Text.</translation>
    </message>
    <message>
        <source>{here} goes to {there}</source>
        <translation>{here} kommt nach {there}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Words of {category}</source>
        <translation>Worte von {category}</translation>
    </message>
    <message>
        <source>Pictures are compared with all of these. Your labels and examples stay as they are.</source>
        <translation>Bilder werden mit allen diesen verglichen. Ihre Zuordnungen und Beispiele bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Change words</source>
        <translation>Worte ändern</translation>
    </message>
    <message>
        <source>egret, bittern</source>
        <translation>Silberreiher, Rohrdommel</translation>
    </message>
    <message>
        <source>a grey bird with long legs that stands in shallow water</source>
        <translation>ein grauer Vogel mit langen Beinen, der in seichtem Wasser steht</translation>
    </message>
    <message>
        <source>The name says how it looks</source>
        <translation>Der Name sagt, wie es aussieht</translation>
    </message>
    <message>
        <source>Without this only its examples count, as for “batch 7”.</source>
        <translation>Sonst zählen nur die Beispiele, etwa bei „Charge 7“.</translation>
    </message>
    <message>
        <source>Other names, separated by commas</source>
        <translation>Andere Namen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Change colour and key</source>
        <translation>Farbe und Taste ändern</translation>
    </message>
    <message>
        <source>+ wording</source>
        <translation>+ Formulierung</translation>
    </message>
    <message>
        <source>Another name for it</source>
        <translation>Ein anderer Name dafür</translation>
    </message>
    <message>
        <source>+ what it is not</source>
        <translation>+ was es nicht ist</translation>
    </message>
    <message>
        <source>What it is not</source>
        <translation>Was es nicht ist</translation>
    </message>
    <message>
        <source>not {word}</source>
        <translation>nicht {word}</translation>
    </message>
    <message>
        <source>How it looks, in a sentence</source>
        <translation>Wie es aussieht, in einem Satz</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Counter-examples</source>
        <translation>Gegenbeispiele</translation>
    </message>
    <message>
        <source>Choose a category to see its words and pictures here.</source>
        <translation>Eine Kategorie wählen, um hier ihre Worte und Bilder zu sehen.</translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>Colour and key of {name}, {key}</source>
        <translation>Farbe und Taste von {name}, {key}</translation>
    </message>
    <message>
        <source>under {path}</source>
        <translation>unter {path}</translation>
    </message>
    <message>
        <source>Show all: {title}, {number}</source>
        <translation>Alle zeigen: {title}, {number}</translation>
    </message>
    <message>
        <source>{percent} % right</source>
        <translation>{percent} % richtig</translation>
    </message>
    <message>
        <source>Asked as if they had not been shown, {right} of {asked} examples look more like it than like others.</source>
        <translation>Gefragt, als wären sie nicht gezeigt worden, sehen {right} von {asked} Beispielen eher nach ihr aus als nach anderen.</translation>
    </message>
    <message>
        <source>“{word}” puts an example above another picture {times} times in 100</source>
        <translation>„{word}“ stellt ein Beispiel in {times} von 100 Fällen vor ein anderes Bild</translation>
    </message>
    <message>
        <source>an example of {name}</source>
        <translation>ein Beispiel für {name}</translation>
    </message>
    <message>
        <source>examples of {name}</source>
        <translation>Beispiele für {name}</translation>
    </message>
    <message>
        <source>not {name}, you said</source>
        <translation>nicht {name}, sagten Sie</translation>
    </message>
    <message>
        <source>What lies on the web cannot be added.</source>
        <translation>Was im Web liegt, lässt sich nicht hinzufügen.</translation>
    </message>
    <message>
        <source>Save it to a file first, then drop that file here.</source>
        <translation>Erst in einer Datei speichern, dann diese Datei herziehen.</translation>
    </message>
    <message>
        <source>This picture is no file yet.</source>
        <translation>Dieses Bild ist noch keine Datei.</translation>
    </message>
    <message>
        <source>Text cannot be added.</source>
        <translation>Text lässt sich nicht hinzufügen.</translation>
    </message>
    <message>
        <source>Drop files or folders of pictures. Categories are typed at the right.</source>
        <translation>Dateien oder Ordner mit Bildern herziehen. Kategorien werden rechts eingetippt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln Ordner</numerusform>
            <numerusform>%Ln Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files and folders</source>
        <translation>
            <numerusform>Datei oder Ordner (%Ln)</numerusform>
            <numerusform>%Ln Dateien und Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Zuordnungen</translation>
    </message>
    <message>
        <source>Automatic labels</source>
        <translation>Automatische Zuordnungen</translation>
    </message>
    <message>
        <source>New categories</source>
        <translation>Neue Kategorien</translation>
    </message>
    <message>
        <source>Categories that get more words</source>
        <translation>Kategorien, die mehr Worte bekommen</translation>
    </message>
    <message>
        <source>Pictures that are added</source>
        <translation>Bilder, die hinzugefügt werden</translation>
    </message>
    <message>
        <source>Labels that are here already</source>
        <translation>Zuordnungen, die schon da sind</translation>
    </message>
    <message>
        <source>Clashes</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Files that are not there</source>
        <translation>Dateien, die nicht da sind</translation>
    </message>
    <message>
        <source>Pictures that are not in the library</source>
        <translation>Bilder, die nicht in der Bibliothek sind</translation>
    </message>
    <message>
        <source>What cannot be read</source>
        <translation>Was sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>Automatic labels that are left out</source>
        <translation>Automatische Zuordnungen, die ausgelassen werden</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Drag to move, scroll to look closer, hold Shift and drag to draw around pictures.</source>
        <translation>Ziehen verschiebt, Scrollen geht näher heran, mit gehaltener Umschalttaste umfährt Ziehen Bilder.</translation>
    </message>
    <message>
        <source>Name of a category to make of the selected pictures</source>
        <translation>Name einer Kategorie aus den ausgewählten Bildern</translation>
    </message>
    <message>
        <source>Make category</source>
        <translation>Kategorie anlegen</translation>
    </message>
    <message>
        <source>Show in gallery</source>
        <translation>In der Galerie zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) selected</source>
        <translation>
            <numerusform>%Ln Bild ausgewählt</numerusform>
            <numerusform>%Ln Bilder ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name a category of %Ln picture(s)</source>
        <translation>
            <numerusform>Kategorie aus %Ln Bild benennen</numerusform>
            <numerusform>Kategorie aus %Ln Bildern benennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen on the map</source>
        <translation>Auf der Karte gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of {name}</source>
        <translation>
            <numerusform>%Ln Bild von {name}</numerusform>
            <numerusform>%Ln Bilder von {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>What the colours of the map stand for</source>
        <translation>Wofür die Farben der Karte stehen</translation>
    </message>
    <message>
        <source>Enter selects the pictures of a group.</source>
        <translation>Eingabe wählt die Bilder einer Gruppe aus.</translation>
    </message>
    <message>
        <source>Pictures that look alike lie together. Arrows move the map, plus and minus zoom, Home shows all of it. Page down selects the pictures of the next category in the list beside it, Page up those of the one before; 1 to 9 label the selected ones, Enter shows them in the gallery, Escape selects none.</source>
        <translation>Bilder, die sich ähneln, liegen beieinander. Pfeile bewegen die Karte, Plus und Minus zoomen, Pos1 zeigt sie ganz. Bild ab wählt die Bilder der nächsten Kategorie der Liste daneben aus, Bild auf die der vorigen; 1 bis 9 ordnen die ausgewählten zu, Eingabe zeigt sie in der Galerie, Esc hebt die Auswahl auf.</translation>
    </message>
    <message>
        <source>Map of the pictures</source>
        <translation>Karte der Bilder</translation>
    </message>
    <message>
        <source>The map needs pictures.</source>
        <translation>Die Karte braucht Bilder.</translation>
    </message>
    <message>
        <source>Each of them becomes a point, and pictures that look alike lie together.</source>
        <translation>Jedes wird ein Punkt, und Bilder, die sich ähneln, liegen beieinander.</translation>
    </message>
    <message>
        <source>The map will be here as soon as the encoder is ready.</source>
        <translation>Die Karte erscheint hier, sobald der Encoder bereit ist.</translation>
    </message>
    <message>
        <source>The map is being laid out.</source>
        <translation>Die Karte wird angelegt.</translation>
    </message>
    <message>
        <source>Pictures appear on it when they have been read.</source>
        <translation>Bilder erscheinen darauf, wenn sie gelesen sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of {name} selected</source>
        <translation>
            <numerusform>%Ln Bild von {name} ausgewählt</numerusform>
            <numerusform>%Ln Bilder von {name} ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Move the map (hold Shift and drag to draw around pictures)</source>
        <translation>Karte bewegen (mit gehaltener Umschalttaste Bilder umfahren)</translation>
    </message>
    <message>
        <source>Select with a rectangle</source>
        <translation>Mit einem Rechteck auswählen</translation>
    </message>
    <message>
        <source>Select by drawing around pictures</source>
        <translation>Bilder durch Umfahren auswählen</translation>
    </message>
    <message>
        <source>Pull groups apart: what is most alike stays together (takes a while)</source>
        <translation>Gruppen auseinanderziehen: Was sich am ähnlichsten ist, bleibt beisammen (dauert eine Weile)</translation>
    </message>
    <message>
        <source>Look from farther away (−)</source>
        <translation>Aus größerer Ferne sehen (−)</translation>
    </message>
    <message>
        <source>Look closer (+)</source>
        <translation>Näher heran (+)</translation>
    </message>
    <message>
        <source>Show the whole map (Home)</source>
        <translation>Ganze Karte zeigen (Pos1)</translation>
    </message>
    <message>
        <source>Search by words, or drop a picture here</source>
        <translation>Mit Worten oder Bild suchen</translation>
    </message>
    <message>
        <source>Search by words or by a picture</source>
        <translation>Mit Worten oder einem Bild suchen</translation>
    </message>
    <message>
        <source>“heron +water -people” is near to the first two and far from the last.</source>
        <translation>„Reiher +Wasser -Menschen“ ist nah an den ersten beiden und fern vom letzten.</translation>
    </message>
    <message>
        <source>Find pictures like “{name}”</source>
        <translation>Bilder wie „{name}“ finden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Library and menu</source>
        <translation>Bibliothek und Menü</translation>
    </message>
    <message>
        <source>Undo: {step} (Ctrl+Z)</source>
        <translation>Rückgängig: {step} (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: {step} (Ctrl+Shift+Z)</source>
        <translation>Wiederholen: {step} (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Wiederholen: {step}</translation>
    </message>
    <message>
        <source>New name of the category</source>
        <translation>Neuer Name der Kategorie</translation>
    </message>
    <message>
        <source>Put {name} at the top</source>
        <translation>{name} ganz nach oben setzen</translation>
    </message>
    <message>
        <source>Put {name} before {parent}</source>
        <translation>{name} vor {parent} setzen</translation>
    </message>
    <message>
        <source>Put {name} under {parent}</source>
        <translation>{name} unter {parent} einordnen</translation>
    </message>
    <message>
        <source>Put {name} after {parent}</source>
        <translation>{name} hinter {parent} setzen</translation>
    </message>
    <message>
        <source>Add {what} as examples of {name}</source>
        <translation>Als Beispiele für {name} hinzufügen: {what}</translation>
    </message>
    <message>
        <source>Add {what} as an example of {name}</source>
        <translation>Als Beispiel für {name} hinzufügen: {what}</translation>
    </message>
    <message>
        <source>under {name}</source>
        <translation>unter {name}</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>auch {names}</translation>
    </message>
    <message>
        <source>not {names}</source>
        <translation>nicht {names}</translation>
    </message>
    <message>
        <source>{examples} examples, {rejects} counter-examples</source>
        <translation>{examples} Beispiele, {rejects} Gegenbeispiele</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>ausgeklappt</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>no examples</source>
        <translation>keine Beispiele</translation>
    </message>
    <message>
        <source>Delete takes it away</source>
        <translation>Entf nimmt es weg</translation>
    </message>
    <message>
        <source>{word}, Delete takes it away</source>
        <translation>{word}, Entf nimmt es weg</translation>
    </message>
    <message>
        <source>How true the confidence is</source>
        <translation>Wie sehr die Sicherheit stimmt</translation>
    </message>
    <message>
        <source>how sure it says it is</source>
        <translation>wie sicher es zu sein angibt</translation>
    </message>
    <message>
        <source>how often it is right</source>
        <translation>wie oft es richtig ist</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Label a few pictures, and this says how often the best category is right.</source>
        <translation>Ein paar Bilder zuordnen, und hier steht, wie oft die beste Kategorie richtig ist.</translation>
    </message>
    <message>
        <source>Between {low} and {high}, as far as these pictures tell.</source>
        <translation>Zwischen {low} und {high}, soweit diese Bilder es zeigen.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln labelled picture(s), {right} would have been named right without their label.</source>
        <translation>
            <numerusform>Bei %Ln zugeordneten Bild: {right} wäre ohne Zuordnung richtig benannt worden.</numerusform>
            <numerusform>Von %Ln zugeordneten Bildern wären {right} ohne ihre Zuordnung richtig benannt worden.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were drawn by chance, so the others are about as easy.</source>
        <translation>Sie wurden zufällig gezogen, die anderen sind also etwa gleich leicht.</translation>
    </message>
    <message>
        <source>They are those you chose to label: the others may be easier or harder.</source>
        <translation>Es sind die, die Sie zugeordnet haben: Die anderen können leichter oder schwerer sein.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>It is too sure of itself: says {says} on average, and is right {right} of the time.</source>
        <translation>Es ist sich zu sicher: sagt im Mittel {says} und hat in {right} der Fälle recht.</translation>
    </message>
    <message>
        <source>It is more careful than it needs to be: says {says} on average, and is right {right} of the time.</source>
        <translation>Es ist vorsichtiger als nötig: sagt im Mittel {says} und hat in {right} der Fälle recht.</translation>
    </message>
    <message>
        <source>It can be taken at its word: says {says} on average, and is right {right} of the time.</source>
        <translation>Man kann es beim Wort nehmen: sagt im Mittel {says} und hat in {right} der Fälle recht.</translation>
    </message>
    <message numerus="yes">
        <source>This rests on %Ln labelled picture(s), each asked as if it had not been shown.</source>
        <translation>
            <numerusform>Grundlage ist %Ln zugeordnetes Bild, gefragt, als wäre es nicht gezeigt worden.</numerusform>
            <numerusform>Grundlage sind %Ln zugeordnete Bilder, jedes gefragt, als wäre es nicht gezeigt worden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels of a second category are needed to see how true the confidence is.</source>
        <translation>Um zu sehen, wie sehr die Sicherheit stimmt, braucht es Zuordnungen einer zweiten Kategorie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more labelled picture(s) are needed to see how true the confidence is.</source>
        <translation>
            <numerusform>Um zu sehen, wie sehr die Sicherheit stimmt, braucht es %Ln zugeordnetes Bild mehr.</numerusform>
            <numerusform>Um zu sehen, wie sehr die Sicherheit stimmt, braucht es %Ln zugeordnete Bilder mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where it says {says}, it is right {right} of the time (%Ln picture(s)).</source>
        <translation>
            <numerusform>Wo es {says} sagt, hat es in {right} der Fälle recht (%Ln Bild).</numerusform>
            <numerusform>Wo es {says} sagt, hat es in {right} der Fälle recht (%Ln Bilder).</numerusform>
        </translation>
    </message>
    <message>
        <source>{said} taken for {other}</source>
        <translation>{said} für {other} gehalten</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} von {all}</translation>
    </message>
    <message>
        <source>Label pictures, and this says which labels look wrong.</source>
        <translation>Sobald Bilder zugeordnet sind, steht hier, welche Zuordnungen falsch aussehen.</translation>
    </message>
    <message>
        <source>No label looks wrong: each picture fits the category you gave it best.</source>
        <translation>Keine Zuordnung sieht falsch aus: Jedes Bild passt am besten zu der Kategorie, die Sie ihm gegeben haben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) look more like another category than the one you gave.</source>
        <translation>
            <numerusform>%Ln Bild sieht eher nach einer anderen Kategorie aus als nach Ihrer.</numerusform>
            <numerusform>%Ln Bilder sehen eher nach einer anderen Kategorie aus als nach Ihrer.</numerusform>
        </translation>
    </message>
    <message>
        <source>{least} examples or more</source>
        <translation>ab {least} Beispielen</translation>
    </message>
    <message>
        <source>Words alone</source>
        <translation>Nur Worte</translation>
    </message>
    <message>
        <source>{least} to {most} examples</source>
        <translation>{least} bis {most} Beispiele</translation>
    </message>
    <message>
        <source>too few labels</source>
        <translation>zu wenige Zuordnungen</translation>
    </message>
    <message>
        <source>Too few labels to rule any category out.</source>
        <translation>Zu wenige Zuordnungen, um eine Kategorie auszuschließen.</translation>
    </message>
    <message>
        <source>{share} of {all} labelled pictures; a set has {size} categories on average.</source>
        <translation>{share} von {all} zugeordneten Bildern; eine Auswahl hat im Mittel {size} Kategorien.</translation>
    </message>
    <message>
        <source>{share} of {all}</source>
        <translation>{share} von {all}</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Names {percent} % of ImageNet right</source>
        <translation>Benennt {percent} % von ImageNet richtig</translation>
    </message>
    <message>
        <source>Everyday words; most things by examples</source>
        <translation>Alltagsworte; das meiste durch Beispiele</translation>
    </message>
    <message>
        <source>Pictures only: examples define categories</source>
        <translation>Nur Bilder: Kategorien entstehen durch Beispiele</translation>
    </message>
    <message>
        <source>Comes with Nomina</source>
        <translation>Kommt mit Nomina</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>{pictures} pictures a second</source>
        <translation>{pictures} Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>{seconds} s a picture</source>
        <translation>{seconds} s pro Bild</translation>
    </message>
    <message>
        <source>about {seconds} s a picture</source>
        <translation>etwa {seconds} s pro Bild</translation>
    </message>
    <message>
        <source>Names {percent} % of the ImageNet pictures right by words alone, as published</source>
        <translation>Benennt laut Veröffentlichung {percent} % der ImageNet-Bilder allein nach Worten richtig</translation>
    </message>
    <message>
        <source>Names define categories, and examples sharpen them</source>
        <translation>Namen bestimmen Kategorien, Beispiele schärfen sie</translation>
    </message>
    <message>
        <source>None: a category begins with its first example</source>
        <translation>Keine: Eine Kategorie beginnt mit ihrem ersten Beispiel</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>The encoder that looks at your pictures: {encoder}.</source>
        <translation>Der Encoder, der Ihre Bilder ansieht: {encoder}.</translation>
    </message>
    <message>
        <source>{pace}, measured on {device}</source>
        <translation>{pace}, gemessen auf {device}</translation>
    </message>
    <message>
        <source>{pace}: long for this machine</source>
        <translation>{pace}: lang für diesen Rechner</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pace here</source>
        <translation>Tempo hier</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>{size} to fetch</source>
        <translation>{size} zu holen</translation>
    </message>
    <message>
        <source>A better one for this machine: {costs}.</source>
        <translation>Ein besserer für diesen Rechner: {costs}.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>{time} of a video</source>
        <translation>{time} eines Videos</translation>
    </message>
    <message>
        <source>Also at</source>
        <translation>Auch unter</translation>
    </message>
    <message>
        <source>no place is known</source>
        <translation>kein Ort bekannt</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>E</source>
        <translation>O</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Its file is not where it was; its labels are kept. Add the folder it lies in now, to see it again.</source>
        <translation>Die Datei ist nicht mehr dort, wo sie war; die Zuordnungen bleiben. Den Ordner hinzufügen, in dem sie jetzt liegt, um das Bild wieder zu sehen.</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>All of it, or each pixel (Z)</source>
        <translation>Ganz, oder jeder Bildpunkt (Z)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>It cannot be shown: {why}.</source>
        <translation>Lässt sich nicht zeigen: {why}.</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other place(s)</source>
        <translation>
            <numerusform>und %Ln anderer Ort</numerusform>
            <numerusform>und %Ln andere Orte</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>worth a look for {name}</source>
        <translation>für {name} einen Blick wert</translation>
    </message>
    <message>
        <source>{pictures} are most worth a look</source>
        <translation>Am ehesten einen Blick wert: {pictures}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>{examples} unlike the others</source>
        <translation>Anders als die übrigen: {examples}</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Two looks inside: {examples} would make a category of their own</source>
        <translation>Zwei Arten darin: {examples} ergäben eine eigene Kategorie</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Teilen …</translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln example(s); with {bound} it is right much more often</source>
        <translation>
            <numerusform>Sie hat %Ln Beispiel; mit {bound} liegt sie viel öfter richtig</numerusform>
            <numerusform>Sie hat %Ln Beispiele; mit {bound} liegt sie viel öfter richtig</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no example yet; with {bound} it is right much more often</source>
        <translation>Sie hat noch kein Beispiel; mit {bound} liegt sie viel öfter richtig</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Aufnehmen …</translation>
    </message>
    <message>
        <source>Its words mean nearly the same as those of {name}</source>
        <translation>Ihre Worte bedeuten fast dasselbe wie die von {name}</translation>
    </message>
    <message>
        <source>{percent} % of the examples of both look like {name}</source>
        <translation>{percent} % der Beispiele beider sehen nach {name} aus</translation>
    </message>
    <message>
        <source>Its words do not fit its examples: right {times} times in 100</source>
        <translation>Ihre Worte passen nicht zu ihren Beispielen: in {times} von 100 Fällen richtig</translation>
    </message>
    <message>
        <source>Add a wording</source>
        <translation>Formulierung hinzufügen</translation>
    </message>
    <message>
        <source>“{word}”, as your files are called, fits better: {percent} % against {own} %</source>
        <translation>„{word}“, wie Ihre Dateien heißen, passt besser: {percent} % gegen {own} %</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>Type a category, like heron</source>
        <translation>Kategorie eintippen, etwa Reiher</translation>
    </message>
    <message>
        <source>Name a category without these</source>
        <translation>Kategorie ohne diese benennen</translation>
    </message>
    <message>
        <source>The best matches</source>
        <translation>Die besten Treffer</translation>
    </message>
    <message>
        <source>of {pictures}</source>
        <translation>({pictures})</translation>
    </message>
    <message>
        <source>of the folder “{name}”</source>
        <translation>aus dem Ordner „{name}“</translation>
    </message>
    <message>
        <source>↵ label {name}   ⇧↵ new</source>
        <translation>↵ {name} zuordnen   ⇧↵ neu</translation>
    </message>
    <message>
        <source>↵ show {name}   ⇧↵ new</source>
        <translation>↵ {name} zeigen   ⇧↵ neu</translation>
    </message>
    <message>
        <source>A confidence of {0} is not between 0 and 1.</source>
        <translation>Eine Sicherheit von {0} liegt nicht zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>A folder of a timm model holds {0} and {1}, as the hub stores them.</source>
        <translation>Der Ordner eines timm-Modells enthält {0} und {1}, wie der Hub sie ablegt.</translation>
    </message>
    <message>
        <source>A level of {0} is not between 0.5 and 0.999.</source>
        <translation>Ein Niveau von {0} liegt nicht zwischen 0.5 und 0.999.</translation>
    </message>
    <message>
        <source>A pair cannot be part of a pair.</source>
        <translation>Ein Paar kann nicht Teil eines Paars sein.</translation>
    </message>
    <message>
        <source>A picture is not there any more.</source>
        <translation>Ein Bild ist nicht mehr da.</translation>
    </message>
    <message>
        <source>A probability of {0} is not between 0 and 1.</source>
        <translation>Eine Wahrscheinlichkeit von {0} liegt nicht zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>A search for {0} pictures finds none.</source>
        <translation>Eine Suche nach {0} Bildern findet keine.</translation>
    </message>
    <message>
        <source>A weight of {0} is none.</source>
        <translation>Ein Gewicht von {0} ist keines.</translation>
    </message>
    <message>
        <source>A weight of “{0}” is no number.</source>
        <translation>Ein Gewicht von „{0}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Accept one picture as shown</source>
        <translation>Ein Bild wie gezeigt annehmen</translation>
    </message>
    <message>
        <source>Accept {0} pictures as shown</source>
        <translation>{0} Bilder wie gezeigt annehmen</translation>
    </message>
    <message>
        <source>Add more: it helps from {0} pictures on.</source>
        <translation>Mehr hinzufügen: Es hilft ab {0} Bildern.</translation>
    </message>
    <message>
        <source>Add one first, like heron.</source>
        <translation>Erst eine anlegen, etwa Reiher.</translation>
    </message>
    <message>
        <source>Add one first; then a picture can be of none of them.</source>
        <translation>Erst eine anlegen; dann kann ein Bild zu keiner davon gehören.</translation>
    </message>
    <message>
        <source>Add one picture</source>
        <translation>Ein Bild hinzufügen</translation>
    </message>
    <message>
        <source>Add some first.</source>
        <translation>Erst einige hinzufügen.</translation>
    </message>
    <message>
        <source>Add the folder first, or check its name.</source>
        <translation>Erst den Ordner hinzufügen oder seinen Namen prüfen.</translation>
    </message>
    <message>
        <source>Add the size, mean, std, interpolation and resize_mode that it was trained with.</source>
        <translation>size, mean, std, interpolation und resize_mode ergänzen, mit denen es trainiert wurde.</translation>
    </message>
    <message>
        <source>Add them with --add.</source>
        <translation>Mit --add hinzufügen.</translation>
    </message>
    <message>
        <source>Add {0} pictures</source>
        <translation>{0} Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Agree to that (--drop), or take labels away until each has one.</source>
        <translation>Dem zustimmen (--drop), oder Zuordnungen entfernen, bis jedes nur eine hat.</translation>
    </message>
    <message>
        <source>An encoder has no option “{0}”.</source>
        <translation>Ein Encoder hat keine Option „{0}“.</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Ask for one at least.</source>
        <translation>Nach mindestens einem fragen.</translation>
    </message>
    <message>
        <source>Ask for one or more.</source>
        <translation>Nach einem oder mehreren fragen.</translation>
    </message>
    <message>
        <source>At most 1 in {0} wrong is no promise.</source>
        <translation>Höchstens 1 von {0} falsch ist kein Versprechen.</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Both encoders of the pair are {0}.</source>
        <translation>Beide Encoder des Paars sind {0}.</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>COCO, JSON</source>
        <translation>COCO, JSON</translation>
    </message>
    <message>
        <source>CVAT for images 1.1</source>
        <translation>CVAT for images 1.1</translation>
    </message>
    <message>
        <source>Category pack</source>
        <translation>Kategorienpaket</translation>
    </message>
    <message>
        <source>Change the mark of “{0}”</source>
        <translation>Merkmale von „{0}“ ändern</translation>
    </message>
    <message>
        <source>Change the words of “{0}”</source>
        <translation>Worte von „{0}“ ändern</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Check its quotes, or save it anew.</source>
        <translation>Die Anführungszeichen prüfen oder neu speichern.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Den Datenträger prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>Den Ordner und seine Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Check the free space and permissions of its folder, then try again.</source>
        <translation>Freien Platz und Zugriffsrechte des Ordners prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Checking the labels</source>
        <translation>Zuordnungen werden geprüft</translation>
    </message>
    <message>
        <source>Choose a file by its whole path.</source>
        <translation>Eine Datei mit ihrem ganzen Pfad wählen.</translation>
    </message>
    <message>
        <source>Choose a file of JSON, or another --format.</source>
        <translation>Eine JSON-Datei oder ein anderes --format wählen.</translation>
    </message>
    <message>
        <source>Choose a file that Nomina wrote.</source>
        <translation>Eine Datei wählen, die Nomina geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose a folder that can be written.</source>
        <translation>Einen Ordner wählen, in den geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Choose a folder that holds none.</source>
        <translation>Einen Ordner wählen, der keine enthält.</translation>
    </message>
    <message>
        <source>Choose a folder that holds them: timm:/path/to/folder.</source>
        <translation>Einen Ordner wählen, der sie enthält: timm:/pfad/zum/ordner.</translation>
    </message>
    <message>
        <source>Choose a folder that holds {0} and {1}.</source>
        <translation>Einen Ordner wählen, der {0} und {1} enthält.</translation>
    </message>
    <message>
        <source>Choose a folder that is empty or not there yet.</source>
        <translation>Einen Ordner wählen, der leer ist oder noch nicht existiert.</translation>
    </message>
    <message>
        <source>Choose a folder that is there now.</source>
        <translation>Einen Ordner wählen, der jetzt da ist.</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>Einen Ordner wählen, der da ist.</translation>
    </message>
    <message>
        <source>Choose a folder with {0} (open_clip) or {1} (timm) and the weights.</source>
        <translation>Einen Ordner mit {0} (open_clip) oder {1} (timm) und den Gewichten wählen.</translation>
    </message>
    <message>
        <source>Choose a folder, a state or a category, or type words; then save.</source>
        <translation>Einen Ordner, einen Zustand oder eine Kategorie wählen oder Worte eintippen; dann speichern.</translation>
    </message>
    <message>
        <source>Choose a smaller model or the CPU.</source>
        <translation>Ein kleineres Modell oder die CPU wählen.</translation>
    </message>
    <message>
        <source>Choose a target elsewhere.</source>
        <translation>Ein Ziel anderswo wählen.</translation>
    </message>
    <message>
        <source>Choose another category.</source>
        <translation>Eine andere Kategorie wählen.</translation>
    </message>
    <message>
        <source>Choose another encoder to compare wordings.</source>
        <translation>Einen anderen Encoder wählen, um Formulierungen zu vergleichen.</translation>
    </message>
    <message>
        <source>Choose another encoder.</source>
        <translation>Einen anderen Encoder wählen.</translation>
    </message>
    <message>
        <source>Choose another file or --format.</source>
        <translation>Eine andere Datei oder ein anderes --format wählen.</translation>
    </message>
    <message>
        <source>Choose another folder, or remove this one yourself.</source>
        <translation>Einen anderen Ordner wählen oder diesen selbst entfernen.</translation>
    </message>
    <message>
        <source>Choose another folder, or restore it from backups.</source>
        <translation>Einen anderen Ordner wählen oder ihn aus den Sicherungen wiederherstellen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Choose another name, or change that one.</source>
        <translation>Einen anderen Namen wählen oder jenen ändern.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another name; originals are never changed.</source>
        <translation>Einen anderen Namen wählen; Originale werden nie geändert.</translation>
    </message>
    <message>
        <source>Choose one of 1 to 9, or 0 for none.</source>
        <translation>Eine von 1 bis 9 wählen, oder 0 für keine.</translation>
    </message>
    <message>
        <source>Choose one of the files by its path.</source>
        <translation>Eine der Dateien mit ihrem Pfad wählen.</translation>
    </message>
    <message>
        <source>Choose others, or all.</source>
        <translation>Andere wählen, oder alle.</translation>
    </message>
    <message>
        <source>Choose some of its examples.</source>
        <translation>Einige ihrer Beispiele wählen.</translation>
    </message>
    <message>
        <source>Choose the folder of a model.</source>
        <translation>Den Ordner eines Modells wählen.</translation>
    </message>
    <message>
        <source>Choose the folder of a timm model.</source>
        <translation>Den Ordner eines timm-Modells wählen.</translation>
    </message>
    <message>
        <source>Choose the folder that holds that file and the weights.</source>
        <translation>Den Ordner wählen, der diese Datei und die Gewichte enthält.</translation>
    </message>
    <message>
        <source>Choose the folder that your pictures come to.</source>
        <translation>Den Ordner wählen, in den Ihre Bilder kommen.</translation>
    </message>
    <message>
        <source>Close the other Nomina window or command first.</source>
        <translation>Erst das andere Nomina-Fenster oder den anderen Befehl schließen.</translation>
    </message>
    <message>
        <source>Close what uses it, then try again.</source>
        <translation>Schließen, was es benutzt, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Comparing pictures</source>
        <translation>Bilder werden verglichen</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Confirm at least {0} pictures in two or more categories.</source>
        <translation>Mindestens {0} Bilder aus zwei oder mehr Kategorien bestätigen.</translation>
    </message>
    <message>
        <source>Decides which picture falls into which part; any text.</source>
        <translation>Bestimmt, welches Bild in welchen Teil kommt; irgendein Text.</translation>
    </message>
    <message>
        <source>Delete its folder yourself.</source>
        <translation>Den Ordner selbst löschen.</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Embedded</source>
        <translation>Eingebettet</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Export from Label Studio as JSON, or name another --format.</source>
        <translation>Aus Label Studio als JSON exportieren oder ein anderes --format nennen.</translation>
    </message>
    <message>
        <source>Export it again from CVAT.</source>
        <translation>Noch einmal aus CVAT exportieren.</translation>
    </message>
    <message>
        <source>Export with --option how=copy or how=symlink, or to a folder on that disk.</source>
        <translation>Mit --option how=copy oder how=symlink exportieren, oder in einen Ordner auf jenem Datenträger.</translation>
    </message>
    <message>
        <source>Export with --option how=copy.</source>
        <translation>Mit --option how=copy exportieren.</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>Noch einmal holen.</translation>
    </message>
    <message>
        <source>Fetch the model again.</source>
        <translation>Das Modell noch einmal holen.</translation>
    </message>
    <message>
        <source>Fetching the encoder</source>
        <translation>Der Encoder wird geholt</translation>
    </message>
    <message>
        <source>FiftyOne dataset</source>
        <translation>FiftyOne-Datensatz</translation>
    </message>
    <message>
        <source>Folder for each category</source>
        <translation>Ordner für jede Kategorie</translation>
    </message>
    <message>
        <source>Forget the examples of “{0}” that came in a pack</source>
        <translation>Beispiele von „{0}“ aus einem Paket vergessen</translation>
    </message>
    <message>
        <source>Forget the labels of one picture</source>
        <translation>Zuordnungen eines Bildes vergessen</translation>
    </message>
    <message>
        <source>Forget the labels of {0} pictures</source>
        <translation>Zuordnungen von {0} Bildern vergessen</translation>
    </message>
    <message>
        <source>Forget the labels “{0}” of one picture</source>
        <translation>Zuordnung „{0}“ eines Bildes vergessen</translation>
    </message>
    <message>
        <source>Forget the labels “{0}” of {1} pictures</source>
        <translation>Zuordnung „{0}“ von {1} Bildern vergessen</translation>
    </message>
    <message>
        <source>Label {0} near-duplicates like the pictures they repeat</source>
        <translation>{0} Fast-Duplikate zuordnen wie die Bilder, die sie wiederholen</translation>
    </message>
    <message>
        <source>Label {0} pictures not what they seemed</source>
        <translation>{0} Bilder als nicht das zuordnen, wonach sie aussahen</translation>
    </message>
    <message>
        <source>Label {0} pictures not “{1}”</source>
        <translation>{0} Bilder als nicht „{1}“ zuordnen</translation>
    </message>
    <message>
        <source>Label {0} pictures “{1}”</source>
        <translation>{0} Bilder als „{1}“ zuordnen</translation>
    </message>
    <message>
        <source>Label {0} pictures “{1}”, {2} not</source>
        <translation>{0} Bilder als „{1}“ zuordnen, {2} als nicht</translation>
    </message>
    <message>
        <source>Make “{0}” of one picture</source>
        <translation>„{0}“ aus einem Bild anlegen</translation>
    </message>
    <message>
        <source>Make “{0}” of {1} pictures</source>
        <translation>„{0}“ aus {1} Bildern anlegen</translation>
    </message>
    <message>
        <source>Forget the search “{0}”</source>
        <translation>Suche „{0}“ vergessen</translation>
    </message>
    <message>
        <source>16 bits (bf16)</source>
        <translation>16 Bit (bf16)</translation>
    </message>
    <message>
        <source>16 bits (fp16)</source>
        <translation>16 Bit (fp16)</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>A file of the library is damaged: {0}.</source>
        <translation>Eine Datei der Bibliothek ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>A file of the library is damaged: {0}. Nothing of “{1}” was kept.</source>
        <translation>Eine Datei der Bibliothek ist beschädigt: {0}. Von „{1}“ wurde nichts behalten.</translation>
    </message>
    <message>
        <source>A picture a scene</source>
        <translation>Ein Bild je Szene</translation>
    </message>
    <message>
        <source>A picture a second</source>
        <translation>Ein Bild je Sekunde</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All {0} labels are of one category: they do not say what parts it from others.</source>
        <translation>Alle {0} Zuordnungen gehören zu einer Kategorie: Was sie von anderen trennt, sagen sie nicht.</translation>
    </message>
    <message>
        <source>An apostrophe is put before it</source>
        <translation>Ein Apostroph kommt davor</translation>
    </message>
    <message>
        <source>An index is damaged: {0}.</source>
        <translation>Ein Index ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>As copies</source>
        <translation>Als Kopien</translation>
    </message>
    <message>
        <source>As hard links</source>
        <translation>Als harte Verknüpfungen</translation>
    </message>
    <message>
        <source>As symbolic links</source>
        <translation>Als symbolische Verknüpfungen</translation>
    </message>
    <message>
        <source>Check its permissions, and the disk.</source>
        <translation>Die Rechte und den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Checking backups</source>
        <translation>Sicherungen werden geprüft</translation>
    </message>
    <message>
        <source>Checking cache/rows</source>
        <translation>cache/rows wird geprüft</translation>
    </message>
    <message>
        <source>Checking cache/{0}</source>
        <translation>cache/{0} wird geprüft</translation>
    </message>
    <message>
        <source>Checking picture files</source>
        <translation>Bilddateien werden geprüft</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>{0} wird geprüft</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Close it, then run nomina check with --repair.</source>
        <translation>Schließen Sie sie, dann führen Sie „nomina check“ mit --repair aus.</translation>
    </message>
    <message>
        <source>Close it, then run nomina check, or restore an older backup.</source>
        <translation>Schließen Sie sie, dann führen Sie „nomina check“ aus oder kehren zu einer älteren Sicherung zurück.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Schließen Sie andere Programme, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Compare it with a copy: the disk may be failing.</source>
        <translation>Mit einer Kopie vergleichen: Der Datenträger könnte ausfallen.</translation>
    </message>
    <message>
        <source>Copied before as “{0}”.</source>
        <translation>Zuvor kopiert als „{0}“.</translation>
    </message>
    <message>
        <source>Damaged, and begun anew: {0}. What was in it grows back as the pictures are read again.</source>
        <translation>Beschädigt und neu begonnen: {0}. Der Inhalt entsteht wieder, wenn die Bilder erneut gelesen werden.</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>Vielleicht gemeint: {0}?</translation>
    </message>
    <message>
        <source>Every 10 seconds</source>
        <translation>Alle 10 Sekunden</translation>
    </message>
    <message>
        <source>Every 2 seconds</source>
        <translation>Alle 2 Sekunden</translation>
    </message>
    <message>
        <source>Every 5 seconds</source>
        <translation>Alle 5 Sekunden</translation>
    </message>
    <message>
        <source>Finding the fastest way to run the encoder (once, half a minute)</source>
        <translation>Der schnellste Weg, den Encoder laufen zu lassen, wird gesucht (einmal, eine halbe Minute)</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Formeln</translation>
    </message>
    <message>
        <source>Found {0} pictures</source>
        <translation>{0} Bilder gefunden</translation>
    </message>
    <message>
        <source>Give 2 or more, like 20.</source>
        <translation>2 oder mehr angeben, etwa 20.</translation>
    </message>
    <message>
        <source>Give a folder of FiftyOneImageClassificationDataset.</source>
        <translation>Einen Ordner eines FiftyOneImageClassificationDataset angeben.</translation>
    </message>
    <message>
        <source>Give a folder of pictures.</source>
        <translation>Einen Ordner mit Bildern angeben.</translation>
    </message>
    <message>
        <source>Give a folder that holds one folder of pictures per category.</source>
        <translation>Einen Ordner angeben, der je Kategorie einen Ordner mit Bildern enthält.</translation>
    </message>
    <message>
        <source>Give a folder with some.</source>
        <translation>Einen Ordner mit einigen angeben.</translation>
    </message>
    <message>
        <source>Give another picture, or words.</source>
        <translation>Ein anderes Bild oder Worte angeben.</translation>
    </message>
    <message>
        <source>Give each once, as in starter?views=flip.</source>
        <translation>Jede nur einmal angeben, wie in starter?views=flip.</translation>
    </message>
    <message>
        <source>Give examples instead, or use it beside an encoder that does: pair:starter+{0}NAME.</source>
        <translation>Stattdessen Beispiele geben, oder neben einem Encoder verwenden, der es kann: pair:starter+{0}NAME.</translation>
    </message>
    <message>
        <source>Give examples instead.</source>
        <translation>Stattdessen Beispiele geben.</translation>
    </message>
    <message>
        <source>Give it a head like file,category, or name them: --option file=COLUMN --option category=COLUMN.</source>
        <translation>Einen Kopf wie file,category geben, oder die Spalten nennen: --option file=SPALTE --option category=SPALTE.</translation>
    </message>
    <message>
        <source>Give it {0} examples at least, and let there be other pictures.</source>
        <translation>Mindestens {0} Beispiele geben, und es muss andere Bilder geben.</translation>
    </message>
    <message>
        <source>Give one a word, or show examples.</source>
        <translation>Einer ein Wort geben, oder Beispiele zeigen.</translation>
    </message>
    <message>
        <source>Give one like 0.8.</source>
        <translation>Eine wie 0.8 angeben.</translation>
    </message>
    <message>
        <source>Give one like 0.9.</source>
        <translation>Eines wie 0.9 angeben.</translation>
    </message>
    <message>
        <source>Give one word, like auto.</source>
        <translation>Ein Wort angeben, etwa auto.</translation>
    </message>
    <message>
        <source>Give picture files, or a folder that holds some.</source>
        <translation>Bilddateien angeben, oder einen Ordner, der einige enthält.</translation>
    </message>
    <message>
        <source>Give south, west, north, east in degrees: 43.4,11.8,43.5,11.9.</source>
        <translation>Süd, West, Nord, Ost in Grad angeben: 43.4,11.8,43.5,11.9.</translation>
    </message>
    <message>
        <source>Give the earlier day first.</source>
        <translation>Den früheren Tag zuerst angeben.</translation>
    </message>
    <message>
        <source>Give the file that the export named: it ends with .moves.jsonl.</source>
        <translation>Die Datei angeben, die der Export genannt hat: Sie endet auf .moves.jsonl.</translation>
    </message>
    <message>
        <source>Give the first encoder&apos;s share, as in ?weight=0.3.</source>
        <translation>Den Anteil des ersten Encoders angeben, wie in ?weight=0.3.</translation>
    </message>
    <message>
        <source>Give the name of a file or folder alone, as in RAW or *.psd.</source>
        <translation>Nur den Namen einer Datei oder eines Ordners angeben, wie RAW oder *.psd.</translation>
    </message>
    <message>
        <source>Go back to an earlier version of what counts as near</source>
        <translation>Zu einem früheren Stand dessen zurück, was als nah gilt</translation>
    </message>
    <message>
        <source>Grouping near-duplicates</source>
        <translation>Fast-Duplikate werden zusammengefasst</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE forbids to ask the hub</source>
        <translation>HF_HUB_OFFLINE verbietet, den Hub zu fragen</translation>
    </message>
    <message>
        <source>How pictures come into the folder; a move takes the originals there, and can be undone.</source>
        <translation>Wie Bilder in den Ordner kommen; Verschieben bringt die Originale dorthin und kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>How pictures come into the folder; none leaves them where they are.</source>
        <translation>Wie Bilder in den Ordner kommen; „keine“ lässt sie, wo sie sind.</translation>
    </message>
    <message>
        <source>How the columns are packed.</source>
        <translation>Wie die Spalten gepackt werden.</translation>
    </message>
    <message>
        <source>Hugging Face imagefolder</source>
        <translation>Hugging Face imagefolder</translation>
    </message>
    <message>
        <source>Import “{0}”</source>
        <translation>„{0}“ importieren</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Install Nomina again.</source>
        <translation>Nomina neu installieren.</translation>
    </message>
    <message>
        <source>Install it: pip install &apos;nomina[parquet]&apos;.</source>
        <translation>Installieren: pip install &apos;nomina[parquet]&apos;.</translation>
    </message>
    <message>
        <source>Install it: pip install {0}.</source>
        <translation>Installieren: pip install {0}.</translation>
    </message>
    <message>
        <source>Install it: pip install “nomina[labels]”.</source>
        <translation>Installieren: pip install „nomina[labels]“.</translation>
    </message>
    <message>
        <source>Install it: pip install “nomina[map]”. The plain map needs nothing.</source>
        <translation>Installieren: pip install „nomina[map]“. Die einfache Karte braucht nichts.</translation>
    </message>
    <message>
        <source>Install the pinned versions.</source>
        <translation>Die festgelegten Versionen installieren.</translation>
    </message>
    <message>
        <source>Install them: pip install scikit-image.</source>
        <translation>Installieren: pip install scikit-image.</translation>
    </message>
    <message>
        <source>Install them: pip install {0}.</source>
        <translation>Installieren: pip install {0}.</translation>
    </message>
    <message>
        <source>Intel GPU</source>
        <translation>Intel-GPU</translation>
    </message>
    <message>
        <source>It counts from the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>It has none.</source>
        <translation>Sie hat keine.</translation>
    </message>
    <message>
        <source>It has {0}.</source>
        <translation>Vorhanden: {0}.</translation>
    </message>
    <message>
        <source>It is damaged: {0}.</source>
        <translation>Beschädigt: {0}.</translation>
    </message>
    <message>
        <source>It is not clear what “{0}” is.</source>
        <translation>Es ist nicht klar, was „{0}“ ist.</translation>
    </message>
    <message>
        <source>It is one of {0}.</source>
        <translation>Möglich: {0}.</translation>
    </message>
    <message>
        <source>It is taken away</source>
        <translation>Er wird entfernt</translation>
    </message>
    <message>
        <source>It is written as it is</source>
        <translation>Er bleibt, wie er ist</translation>
    </message>
    <message>
        <source>It stays</source>
        <translation>Er bleibt</translation>
    </message>
    <message>
        <source>Join them, rename them, or leave them out: --same-name join, rename or skip.</source>
        <translation>Zusammenlegen, umbenennen oder auslassen: --same-name join, rename oder skip.</translation>
    </message>
    <message>
        <source>Keep it below {0}: one sentence.</source>
        <translation>Unter {0} bleiben: ein Satz.</translation>
    </message>
    <message>
        <source>Keep it below {0}; say more in the description.</source>
        <translation>Unter {0} bleiben; mehr in der Beschreibung sagen.</translation>
    </message>
    <message>
        <source>Keys that differ from the table</source>
        <translation>Tasten, die von der Tabelle abweichen</translation>
    </message>
    <message>
        <source>Keywords inside the picture: repeated in a new sidecar, or not.</source>
        <translation>Stichworte im Bild: in einer neuen Begleitdatei wiederholt oder nicht.</translation>
    </message>
    <message>
        <source>Keywords of pictures (XMP, IPTC)</source>
        <translation>Stichworte von Bildern (XMP, IPTC)</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label-Studio-Aufgaben</translation>
    </message>
    <message>
        <source>Label one near-duplicate like the pictures they repeat</source>
        <translation>Ein Fast-Duplikat zuordnen wie das Bild, das es wiederholt</translation>
    </message>
    <message>
        <source>Label one picture not what they seemed</source>
        <translation>Ein Bild als nicht das zuordnen, wonach es aussah</translation>
    </message>
    <message>
        <source>Label one picture not “{0}”</source>
        <translation>Ein Bild als nicht „{0}“ zuordnen</translation>
    </message>
    <message>
        <source>Label one picture “{0}”</source>
        <translation>Ein Bild als „{0}“ zuordnen</translation>
    </message>
    <message>
        <source>Label one picture “{0}”, {1} not</source>
        <translation>Ein Bild als „{0}“ zuordnen, {1} als nicht</translation>
    </message>
    <message>
        <source>Label pictures of another one too.</source>
        <translation>Auch Bilder einer anderen zuordnen.</translation>
    </message>
    <message>
        <source>Label some pictures first, or switch without comparing.</source>
        <translation>Erst einige Bilder zuordnen, oder ohne Vergleich wechseln.</translation>
    </message>
    <message>
        <source>Label {0} pictures automatically</source>
        <translation>{0} Bilder automatisch zuordnen</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Learning what counts as near</source>
        <translation>Was als nah gilt, wird gelernt</translation>
    </message>
    <message>
        <source>Leave out of folders</source>
        <translation>In Ordnern übergehen</translation>
    </message>
    <message>
        <source>Leave the target away.</source>
        <translation>Das Ziel weglassen.</translation>
    </message>
    <message>
        <source>Left where they are</source>
        <translation>Sie bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Let a picture have one category</source>
        <translation>Ein Bild soll eine Kategorie haben</translation>
    </message>
    <message>
        <source>Let a picture have several categories</source>
        <translation>Ein Bild darf mehrere Kategorien haben</translation>
    </message>
    <message>
        <source>Let folder, date, camera and place count</source>
        <translation>Ordner, Datum, Kamera und Ort zählen lassen</translation>
    </message>
    <message>
        <source>Let folder, date, camera and place count no more</source>
        <translation>Ordner, Datum, Kamera und Ort nicht mehr zählen lassen</translation>
    </message>
    <message>
        <source>Library that was open last</source>
        <translation>Zuletzt geöffnete Bibliothek</translation>
    </message>
    <message>
        <source>List of names</source>
        <translation>Liste von Namen</translation>
    </message>
    <message>
        <source>Loading the encoder</source>
        <translation>Encoder wird geladen</translation>
    </message>
    <message>
        <source>Loading the encoder at work</source>
        <translation>Der benutzte Encoder wird geladen</translation>
    </message>
    <message>
        <source>Look again, and retry.</source>
        <translation>Noch einmal nachsehen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Look at it with --dry-run first, then say so with --move.</source>
        <translation>Erst mit --dry-run ansehen, dann mit --move zustimmen.</translation>
    </message>
    <message>
        <source>Looking for what is alike</source>
        <translation>Ähnliches wird gesucht</translation>
    </message>
    <message>
        <source>Looking for what is new</source>
        <translation>Neues wird gesucht</translation>
    </message>
    <message>
        <source>Make a category of them, to find them again.</source>
        <translation>Daraus eine Kategorie machen, um sie wiederzufinden.</translation>
    </message>
    <message>
        <source>Make one per category, named after it, with pictures.</source>
        <translation>Je Kategorie einen anlegen, nach ihr benannt, mit Bildern.</translation>
    </message>
    <message>
        <source>Make one there (nomina init), or choose another folder.</source>
        <translation>Dort eine anlegen (nomina init), oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Make room, choose another disk, or export links instead of copies.</source>
        <translation>Platz schaffen, einen anderen Datenträger wählen oder Verknüpfungen statt Kopien exportieren.</translation>
    </message>
    <message>
        <source>Make some room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Make the folder writable, or copy the library to a place that is.</source>
        <translation>Den Ordner beschreibbar machen, oder die Bibliothek dorthin kopieren, wo er es ist.</translation>
    </message>
    <message>
        <source>Make “{0}” of a folder</source>
        <translation>„{0}“ aus einem Ordner anlegen</translation>
    </message>
    <message>
        <source>Measuring the pace</source>
        <translation>Das Tempo wird gemessen</translation>
    </message>
    <message>
        <source>Megabytes fetched</source>
        <translation>Megabyte geholt</translation>
    </message>
    <message>
        <source>Merge “{0}” into “{1}”</source>
        <translation>„{0}“ in „{1}“ aufnehmen</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Move it there first.</source>
        <translation>Erst dorthin verschieben.</translation>
    </message>
    <message>
        <source>Move them back first, or choose another folder.</source>
        <translation>Erst zurückverschieben, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Move with --one, or copy.</source>
        <translation>Mit --one verschieben, oder kopieren.</translation>
    </message>
    <message>
        <source>Move {0} pictures</source>
        <translation>{0} Bilder verschieben</translation>
    </message>
    <message>
        <source>Move “{0}” after “{1}”</source>
        <translation>„{0}“ hinter „{1}“ setzen</translation>
    </message>
    <message>
        <source>Move “{0}” before “{1}”</source>
        <translation>„{0}“ vor „{1}“ setzen</translation>
    </message>
    <message>
        <source>Move “{0}” out first, or choose another category.</source>
        <translation>Erst „{0}“ herausnehmen, oder eine andere Kategorie wählen.</translation>
    </message>
    <message>
        <source>Move “{0}” to the top</source>
        <translation>„{0}“ ganz nach oben setzen</translation>
    </message>
    <message>
        <source>Move “{0}” under “{1}”</source>
        <translation>„{0}“ unter „{1}“ einordnen</translation>
    </message>
    <message>
        <source>Moved there</source>
        <translation>Dorthin verschoben</translation>
    </message>
    <message>
        <source>Moving pictures</source>
        <translation>Bilder werden verschoben</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA-GPU</translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation>Eine Datei darin nennen.</translation>
    </message>
    <message>
        <source>Name a file or folder in it.</source>
        <translation>Eine Datei oder einen Ordner darin nennen.</translation>
    </message>
    <message>
        <source>Name another --format, or another file.</source>
        <translation>Ein anderes --format oder eine andere Datei nennen.</translation>
    </message>
    <message>
        <source>Name another --format.</source>
        <translation>Ein anderes --format nennen.</translation>
    </message>
    <message>
        <source>Name its --format: {0}.</source>
        <translation>Das --format nennen: {0}.</translation>
    </message>
    <message>
        <source>Name one other category, before or after it.</source>
        <translation>Eine andere Kategorie nennen, davor oder dahinter.</translation>
    </message>
    <message>
        <source>Name the file or folder to write.</source>
        <translation>Die Datei oder den Ordner nennen, worin geschrieben werden soll.</translation>
    </message>
    <message>
        <source>Name two single encoders: pair:FIRST+SECOND.</source>
        <translation>Zwei einzelne Encoder nennen: pair:ERSTER+ZWEITER.</translation>
    </message>
    <message>
        <source>Name {0} first.</source>
        <translation>Erst {0} benennen.</translation>
    </message>
    <message>
        <source>Names of files and folders, one a line, as in RAW or *.psd. Hidden files and what systems put beside pictures, as in @eaDir, are left out anyway.</source>
        <translation>Namen von Dateien und Ordnern, einer je Zeile, wie RAW oder *.psd. Versteckte Dateien und was Systeme neben Bilder legen, wie @eaDir, wird ohnehin übergangen.</translation>
    </message>
    <message>
        <source>Names that would be left out, one a line, as in .* for hidden files. What a library has stays in it.</source>
        <translation>Namen, die sonst übergangen würden, einer je Zeile, wie .* für versteckte Dateien. Was in einer Bibliothek ist, bleibt darin.</translation>
    </message>
    <message>
        <source>No box</source>
        <translation>Kein Rahmen</translation>
    </message>
    <message>
        <source>No category is known by anything yet.</source>
        <translation>Noch ist über keine Kategorie etwas bekannt.</translation>
    </message>
    <message>
        <source>No picture of the library lies in “{0}”.</source>
        <translation>Kein Bild der Bibliothek liegt in „{0}“.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None of these pictures is in the library.</source>
        <translation>Keines dieser Bilder ist in der Bibliothek.</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Not repeated</source>
        <translation>Nicht wiederholt</translation>
    </message>
    <message>
        <source>Nothing is known of these pictures yet.</source>
        <translation>Über diese Bilder ist noch nichts bekannt.</translation>
    </message>
    <message>
        <source>Nothing is labelled yet, so nobody can say which encoder is more often right.</source>
        <translation>Noch ist nichts zugeordnet, daher ist nicht zu sagen, welcher Encoder öfter richtig liegt.</translation>
    </message>
    <message>
        <source>Nothing is searched for.</source>
        <translation>Es wird nichts gesucht.</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Update the package, or tell its author.</source>
        <translation>Nichts davon wurde behalten. Das Paket aktualisieren oder seinem Autor Bescheid geben.</translation>
    </message>
    <message>
        <source>Of the encoder&apos;s numbers. A library keeps to the one it was read with, unless another is chosen here.</source>
        <translation>Der Zahlen des Encoders. Eine Bibliothek bleibt bei der, mit der sie gelesen wurde, außer hier ist eine andere gewählt.</translation>
    </message>
    <message>
        <source>Of “animals|birds|heron”: the last part, or all of it.</source>
        <translation>Von „animals|birds|heron“: den letzten Teil oder alles.</translation>
    </message>
    <message>
        <source>One picture has several categories: {0} labels would go.</source>
        <translation>Ein Bild hat mehrere Kategorien: {0} Zuordnungen gingen verloren.</translation>
    </message>
    <message>
        <source>One picture is none of these</source>
        <translation>Ein Bild ist keine davon</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>Sie öffnen, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Over the whole picture</source>
        <translation>Um das ganze Bild</translation>
    </message>
    <message>
        <source>Parquet needs pyarrow, which is not installed.</source>
        <translation>Parquet braucht pyarrow, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Parquet needs pyarrow.</source>
        <translation>Parquet braucht pyarrow.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Pulling groups apart on the map needs openTSNE, which is not installed.</source>
        <translation>Um Gruppen auf der Karte auseinanderzuziehen, wird openTSNE gebraucht; es ist nicht installiert.</translation>
    </message>
    <message>
        <source>Put an {0} beside the file and choose the file by its path.</source>
        <translation>{0} neben die Datei legen und die Datei mit ihrem Pfad wählen.</translation>
    </message>
    <message>
        <source>Put its folder or disk back, or close it and open it where it is now.</source>
        <translation>Bringen Sie ihren Ordner oder Datenträger zurück, oder schließen Sie sie und öffnen Sie sie dort, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>Put tokenizer.json and tokenizer_config.json of “{0}” into the folder.</source>
        <translation>tokenizer.json und tokenizer_config.json von „{0}“ in den Ordner legen.</translation>
    </message>
    <message>
        <source>Put {0} beside its config.</source>
        <translation>{0} neben die Konfiguration legen.</translation>
    </message>
    <message>
        <source>Read pictures again</source>
        <translation>Bilder neu lesen</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Reading pictures with {0}</source>
        <translation>Bilder werden mit {0} gelesen</translation>
    </message>
    <message>
        <source>Reading what there is</source>
        <translation>Was da ist, wird gelesen</translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation>„{0}“ entfernen</translation>
    </message>
    <message>
        <source>Removed; it grows back when pictures are read.</source>
        <translation>Entfernt; es entsteht wieder, wenn Bilder gelesen werden.</translation>
    </message>
    <message>
        <source>Removed; it is made again when it is needed.</source>
        <translation>Entfernt; es wird neu angelegt, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>Rename it instead.</source>
        <translation>Stattdessen umbenennen.</translation>
    </message>
    <message>
        <source>Rename “{0}” to “{1}”</source>
        <translation>„{0}“ in „{1}“ umbenennen</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Report this as a bug.</source>
        <translation>Dies als Fehler melden.</translation>
    </message>
    <message>
        <source>Restore it from its backups folder.</source>
        <translation>Sie aus ihrem Ordner der Sicherungen wiederherstellen.</translation>
    </message>
    <message>
        <source>Roll back run {0}</source>
        <translation>Durchlauf {0} zurücknehmen</translation>
    </message>
    <message>
        <source>Run it again with --repair.</source>
        <translation>Noch einmal mit --repair ausführen.</translation>
    </message>
    <message>
        <source>Save the search “{0}”</source>
        <translation>Suche „{0}“ speichern</translation>
    </message>
    <message>
        <source>Say --replace to write it anew, or choose another one.</source>
        <translation>Mit --replace neu schreiben, oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Say --replace to write over it, or choose another name.</source>
        <translation>Mit --replace überschreiben, oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Say scenes, every=2s (0.1 at least), or none.</source>
        <translation>Schreiben Sie scenes, every=2s (mindestens 0.1) oder none.</translation>
    </message>
    <message>
        <source>Say whose recipe it is, as in open_clip:{0}/{1}:/path/to/file.</source>
        <translation>Sagen, nach wessen Rezept, wie in open_clip:{0}/{1}:/pfad/zur/datei.</translation>
    </message>
    <message>
        <source>Say with --base where their paths start.</source>
        <translation>Mit --base sagen, wo ihre Pfade beginnen.</translation>
    </message>
    <message>
        <source>Search with a picture instead.</source>
        <translation>Stattdessen mit einem Bild suchen.</translation>
    </message>
    <message>
        <source>See them with --dry-run, or leave --strict away.</source>
        <translation>Mit --dry-run ansehen, oder --strict weglassen.</translation>
    </message>
    <message>
        <source>See those there are.</source>
        <translation>Nachsehen, welche es gibt.</translation>
    </message>
    <message>
        <source>See those there are: nomina encoders list.</source>
        <translation>Nachsehen, welche es gibt: nomina encoders list.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Shares of train, val and test, as in 80/10/10.</source>
        <translation>Anteile von train, val und test, wie in 80/10/10.</translation>
    </message>
    <message>
        <source>Shares of train, val and test, as in 80/10/10; empty for no split.</source>
        <translation>Anteile von train, val und test, wie in 80/10/10; leer für keine Aufteilung.</translation>
    </message>
    <message>
        <source>Show examples of “{0}”</source>
        <translation>Beispiele für „{0}“ zeigen</translation>
    </message>
    <message>
        <source>Show what is not “{0}”</source>
        <translation>Zeigen, was nicht „{0}“ ist</translation>
    </message>
    <message>
        <source>Something that “{0}” needs is not there any more. Nothing was kept.</source>
        <translation>Etwas, das „{0}“ braucht, ist nicht mehr da. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Split 80/20 or the like.</source>
        <translation>80/20 oder ähnlich aufteilen.</translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation>In kleinere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>Split “{0}” from “{1}”</source>
        <translation>„{0}“ von „{1}“ abtrennen</translation>
    </message>
    <message>
        <source>Stands before each path, which is quoted as an address. The default is Label Studio&apos;s for local files, whose paths are relative to its document root.</source>
        <translation>Steht vor jedem Pfad, der als Adresse geschrieben wird. Vorgegeben ist das von Label Studio für lokale Dateien, deren Pfade von seinem Dokumentenordner ausgehen.</translation>
    </message>
    <message>
        <source>Table, CSV</source>
        <translation>Tabelle, CSV</translation>
    </message>
    <message>
        <source>Table, JSON</source>
        <translation>Tabelle, JSON</translation>
    </message>
    <message>
        <source>Table, JSON lines</source>
        <translation>Tabelle, JSON-Zeilen</translation>
    </message>
    <message>
        <source>Table, Parquet</source>
        <translation>Tabelle, Parquet</translation>
    </message>
    <message>
        <source>Take ?weight= away.</source>
        <translation>?weight= weglassen.</translation>
    </message>
    <message>
        <source>Take away all that Nomina wrote, and write nothing.</source>
        <translation>Alles entfernen, was Nomina geschrieben hat, und nichts schreiben.</translation>
    </message>
    <message>
        <source>Take in all the same</source>
        <translation>Trotzdem aufnehmen</translation>
    </message>
    <message>
        <source>Take in one new picture</source>
        <translation>Ein neues Bild aufnehmen</translation>
    </message>
    <message>
        <source>Take in {0} new pictures</source>
        <translation>{0} neue Bilder aufnehmen</translation>
    </message>
    <message>
        <source>Take one of the two away.</source>
        <translation>Eines der beiden weglassen.</translation>
    </message>
    <message>
        <source>The backup could not be restored: {0}.</source>
        <translation>Die Sicherung konnte nicht zurückgeholt werden: {0}.</translation>
    </message>
    <message>
        <source>The backup could not be restored: {0}. The library is as it was.</source>
        <translation>Die Sicherung konnte nicht zurückgeholt werden: {0}. Die Bibliothek ist, wie sie war.</translation>
    </message>
    <message>
        <source>The backup “{0}” is damaged: {1}.</source>
        <translation>Die Sicherung „{0}“ ist beschädigt: {1}.</translation>
    </message>
    <message>
        <source>The column of the categories, where its name is not one of the usual ones.</source>
        <translation>Die Spalte der Kategorien, falls sie keinen der üblichen Namen hat.</translation>
    </message>
    <message>
        <source>The column of the files, where its name is not one of the usual ones.</source>
        <translation>Die Spalte der Dateien, falls sie keinen der üblichen Namen hat.</translation>
    </message>
    <message>
        <source>The config of {0} cannot be built: {1}</source>
        <translation>Nach der Konfiguration von {0} lässt sich nicht bauen: {1}</translation>
    </message>
    <message>
        <source>The damaged library could not be set aside, and is where it was: {0}.</source>
        <translation>Die beschädigte Bibliothek konnte nicht beiseitegelegt werden und ist, wo sie war: {0}.</translation>
    </message>
    <message>
        <source>The description has characters that cannot be shown.</source>
        <translation>Die Beschreibung hat Zeichen, die sich nicht zeigen lassen.</translation>
    </message>
    <message>
        <source>The description has {0} characters.</source>
        <translation>Die Beschreibung hat {0} Zeichen.</translation>
    </message>
    <message>
        <source>The disk does not do what it should: {0}.</source>
        <translation>Der Datenträger tut nicht, was er soll: {0}.</translation>
    </message>
    <message>
        <source>The download of {0} was damaged on its way.</source>
        <translation>{0} wurde beim Herunterladen beschädigt.</translation>
    </message>
    <message>
        <source>The encoder answered {0} instead of {1}.</source>
        <translation>Der Encoder antwortete {0} statt {1}.</translation>
    </message>
    <message>
        <source>The encoder could read none of the sample pictures.</source>
        <translation>Der Encoder konnte keines der Beispielbilder lesen.</translation>
    </message>
    <message>
        <source>The encoder failed: {0}: {1}</source>
        <translation>Der Encoder ist gescheitert: {0}: {1}</translation>
    </message>
    <message>
        <source>The encoder stopped unexpectedly{0}.</source>
        <translation>Der Encoder hat unerwartet aufgehört{0}.</translation>
    </message>
    <message>
        <source>The encoder “{0}” of “{1}” could not be loaded: {2}.</source>
        <translation>Der Encoder „{0}“ aus „{1}“ ließ sich nicht laden: {2}.</translation>
    </message>
    <message>
        <source>The fastest that gives the same answers</source>
        <translation>Die schnellste, die gleich antwortet</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>Das schnellste vorhandene</translation>
    </message>
    <message>
        <source>The file of numbers.</source>
        <translation>Die Datei mit den Zahlen.</translation>
    </message>
    <message>
        <source>The keyword that automatic labels stand under; empty for none.</source>
        <translation>Das Stichwort, unter dem automatische Zuordnungen stehen; leer für keines.</translation>
    </message>
    <message>
        <source>The last part</source>
        <translation>Der letzte Teil</translation>
    </message>
    <message>
        <source>The library could not be backed up: {0}.</source>
        <translation>Die Bibliothek konnte nicht gesichert werden: {0}.</translation>
    </message>
    <message>
        <source>The library could not be written: {0}. Nothing of “{1}” was kept.</source>
        <translation>In die Bibliothek ließ sich nicht schreiben: {0}. Nichts von „{1}“ wurde behalten.</translation>
    </message>
    <message>
        <source>The library has none of the pictures that “{0}” names.</source>
        <translation>Die Bibliothek hat keines der Bilder, die „{0}“ nennt.</translation>
    </message>
    <message>
        <source>The library has {0} already, so nothing was imported.</source>
        <translation>Die Bibliothek hat {0} schon, daher wurde nichts importiert.</translation>
    </message>
    <message>
        <source>The library is damaged, so it was not backed up: {0}.</source>
        <translation>Die Bibliothek ist beschädigt, darum wurde sie nicht gesichert: {0}.</translation>
    </message>
    <message>
        <source>The library “{0}” cannot be written: {1}.</source>
        <translation>In die Bibliothek „{0}“ lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>The library “{0}” is no longer where it was. Nothing of “{1}” was kept.</source>
        <translation>Die Bibliothek „{0}“ ist nicht mehr, wo sie war. Von „{1}“ wurde nichts behalten.</translation>
    </message>
    <message>
        <source>The library “{0}” is open elsewhere.</source>
        <translation>Die Bibliothek „{0}“ ist anderswo geöffnet.</translation>
    </message>
    <message>
        <source>The library “{0}” was written by a newer Nomina ({1}).</source>
        <translation>Die Bibliothek „{0}“ wurde von einem neueren Nomina geschrieben ({1}).</translation>
    </message>
    <message>
        <source>The list of backups has those there are.</source>
        <translation>Die Liste der Sicherungen zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>The list of runs has those there are.</source>
        <translation>Die Liste der Durchläufe zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>The list of watched folders has those that are.</source>
        <translation>Die Liste der beobachteten Ordner zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>The metadata file&apos;s format.</source>
        <translation>Das Format der Metadatendatei.</translation>
    </message>
    <message>
        <source>The name has characters that cannot be shown.</source>
        <translation>Der Name hat Zeichen, die sich nicht zeigen lassen.</translation>
    </message>
    <message>
        <source>The name has {0} characters.</source>
        <translation>Der Name hat {0} Zeichen.</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>Der Name ist leer.</translation>
    </message>
    <message>
        <source>The options “{0}” name one twice.</source>
        <translation>Die Optionen „{0}“ nennen eine zweimal.</translation>
    </message>
    <message>
        <source>The package {0} is missing.</source>
        <translation>Das Paket {0} fehlt.</translation>
    </message>
    <message>
        <source>The picture is not there any more.</source>
        <translation>Das Bild ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The preprocess_cfg of {0} is not one that open_clip knows.</source>
        <translation>Die preprocess_cfg von {0} ist keine, die open_clip kennt.</translation>
    </message>
    <message>
        <source>The report compares categories that exclude each other.</source>
        <translation>Der Bericht vergleicht Kategorien, die einander ausschließen.</translation>
    </message>
    <message>
        <source>The report needs cleanlab.</source>
        <translation>Der Bericht braucht cleanlab.</translation>
    </message>
    <message>
        <source>The rows that were kept belong to other embeddings. They are read again.</source>
        <translation>Die abgelegten Zeilen gehören zu anderen Daten. Sie werden neu gelesen.</translation>
    </message>
    <message>
        <source>The rows that were kept cannot be used ({0}). They are read again.</source>
        <translation>Die abgelegten Zeilen sind nicht zu gebrauchen ({0}). Sie werden neu gelesen.</translation>
    </message>
    <message>
        <source>The sample pictures are missing.</source>
        <translation>Die Beispielbilder fehlen.</translation>
    </message>
    <message>
        <source>The starter&apos;s data file is missing.</source>
        <translation>Die Datendatei des starter-Encoders fehlt.</translation>
    </message>
    <message>
        <source>The table does not say who made its labels, so all of them count as yours.</source>
        <translation>Die Tabelle sagt nicht, von wem ihre Zuordnungen sind, daher zählen alle als Ihre.</translation>
    </message>
    <message>
        <source>The target&apos;s disk takes no hard links.</source>
        <translation>Der Datenträger des Ziels erlaubt keine harten Verknüpfungen.</translation>
    </message>
    <message>
        <source>The target&apos;s disk takes no links.</source>
        <translation>Der Datenträger des Ziels erlaubt keine Verknüpfungen.</translation>
    </message>
    <message>
        <source>The weights of {0} are not on this machine.</source>
        <translation>Die Gewichte von {0} sind nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>There is no backup “{0}”.</source>
        <translation>Es gibt keine Sicherung „{0}“.</translation>
    </message>
    <message>
        <source>There is no room to back up the library: it takes {0} MB, and {1} MB are free.</source>
        <translation>Für eine Sicherung der Bibliothek ist kein Platz: Sie braucht {0} MB, und {1} MB sind frei.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>There is nothing to import in “{0}”.</source>
        <translation>In „{0}“ gibt es nichts zu importieren.</translation>
    </message>
    <message>
        <source>There is nothing to import in “{0}”. {1}: {2}.</source>
        <translation>In „{0}“ gibt es nichts zu importieren. {1}: {2}.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, memory may be short: close other programs, or choose a smaller encoder.</source>
        <translation>Erneut versuchen; wenn es wieder geschieht, ist vielleicht der Speicher knapp: andere Programme schließen oder einen kleineren Encoder wählen.</translation>
    </message>
    <message>
        <source>Use fp32.</source>
        <translation>fp32 verwenden.</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>What it says cannot be: {0}.</source>
        <translation>Was darin steht, kann nicht sein: {0}.</translation>
    </message>
    <message>
        <source>Where the category goes is not clear.</source>
        <translation>Wohin die Kategorie soll, ist nicht klar.</translation>
    </message>
    <message>
        <source>Which of their frames become pictures of the library, when videos are added.</source>
        <translation>Welche ihrer Einzelbilder zu Bildern der Bibliothek werden, wenn Videos hinzugefügt werden.</translation>
    </message>
    <message>
        <source>about {0} MB{1}; names ImageNet by words alone {2} % right</source>
        <translation>etwa {0} MB{1}; benennt ImageNet allein nach Worten zu {2} % richtig</translation>
    </message>
    <message>
        <source>comes with Nomina; everyday words, and good at most things with a few examples</source>
        <translation>kommt mit Nomina; Alltagsworte, und mit ein paar Beispielen gut für das meiste</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>von {0}</translation>
    </message>
    <message>
        <source>it breaks off after {0} of {1} seconds; what comes before was taken in</source>
        <translation>es bricht nach {0} von {1} Sekunden ab; was davor kommt, wurde aufgenommen</translation>
    </message>
    <message>
        <source>it cannot be decoded ({0})</source>
        <translation>es lässt sich nicht dekodieren ({0})</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>es kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>it has no picture at {0} seconds</source>
        <translation>es hat bei {0} Sekunden kein Bild</translation>
    </message>
    <message>
        <source>it has too many megapixels; Nomina reads up to {0}</source>
        <translation>es hat zu viele Megapixel; Nomina liest bis {0}</translation>
    </message>
    <message>
        <source>it has {0} megapixels; Nomina reads up to {1}</source>
        <translation>es hat {0} Megapixel; Nomina liest bis {1}</translation>
    </message>
    <message>
        <source>it holds sound and no pictures</source>
        <translation>es enthält Ton und keine Bilder</translation>
    </message>
    <message>
        <source>it is HEIC, which needs an extra: pip install &apos;nomina[heif]&apos;</source>
        <translation>es ist HEIC und braucht einen Zusatz: pip install &apos;nomina[heif]&apos;</translation>
    </message>
    <message>
        <source>it is a moment of a video, and no file</source>
        <translation>es ist ein Augenblick eines Videos und keine Datei</translation>
    </message>
    <message>
        <source>it is a moment of a video, of which there can only be a copy</source>
        <translation>es ist ein Augenblick eines Videos, von dem es nur eine Kopie geben kann</translation>
    </message>
    <message>
        <source>it is a moment of a video, which FiftyOne needs a copy of</source>
        <translation>es ist ein Augenblick eines Videos, von dem FiftyOne eine Kopie braucht</translation>
    </message>
    <message>
        <source>it is a moment of a video, which Label Studio cannot show</source>
        <translation>es ist ein Augenblick eines Videos, den Label Studio nicht zeigen kann</translation>
    </message>
    <message>
        <source>it is a moment of a video, which this format of CVAT has no room for</source>
        <translation>es ist ein Augenblick eines Videos, für den dieses Format von CVAT keinen Platz hat</translation>
    </message>
    <message>
        <source>it is a moment of a video; a sidecar would say it of the whole video</source>
        <translation>es ist ein Augenblick eines Videos; eine Begleitdatei würde es vom ganzen Video sagen</translation>
    </message>
    <message>
        <source>it is a raw file of a camera, which needs an extra: pip install &apos;nomina[raw]&apos;</source>
        <translation>es ist eine Raw-Datei einer Kamera und braucht einen Zusatz: pip install &apos;nomina[raw]&apos;</translation>
    </message>
    <message>
        <source>it is a raw file of a kind that LibRaw does not know</source>
        <translation>es ist eine Raw-Datei einer Art, die LibRaw nicht kennt</translation>
    </message>
    <message>
        <source>it is a video, of which no frames were asked for</source>
        <translation>es ist ein Video, von dem keine Einzelbilder verlangt wurden</translation>
    </message>
    <message>
        <source>it is a video, which needs an extra: pip install &apos;nomina[video]&apos;</source>
        <translation>es ist ein Video, das einen Zusatz braucht: pip install &apos;nomina[video]&apos;</translation>
    </message>
    <message>
        <source>it is a video, which this build of Nomina cannot read; Nomina installed by pip can, with an extra</source>
        <translation>es ist ein Video, das diese Ausgabe von Nomina nicht lesen kann; ein mit pip installiertes Nomina kann es mit einem Zusatz</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>es ist weg</translation>
    </message>
    <message>
        <source>it is no function of a device</source>
        <translation>es ist keine Funktion eines Geräts</translation>
    </message>
    <message>
        <source>it is no video that can be read, or it is damaged</source>
        <translation>es ist kein lesbares Video, oder es ist beschädigt</translation>
    </message>
    <message>
        <source>it is not a picture that Nomina can read</source>
        <translation>es ist kein Bild, das Nomina lesen kann</translation>
    </message>
    <message>
        <source>it was being written while it was read; add it again when that is done</source>
        <translation>es wurde gerade geschrieben, während es gelesen wurde; wenn das fertig ist, noch einmal hinzufügen</translation>
    </message>
    <message>
        <source>its file cannot be read: {0}</source>
        <translation>die Datei lässt sich nicht lesen: {0}</translation>
    </message>
    <message>
        <source>its folder may not be written, so it cannot be moved</source>
        <translation>in den Ordner darf nicht geschrieben werden, daher lässt es sich nicht verschieben</translation>
    </message>
    <message>
        <source>its name has a character that XML cannot hold</source>
        <translation>sein Name hat ein Zeichen, das XML nicht fassen kann</translation>
    </message>
    <message>
        <source>its name is no Unicode, which Parquet cannot hold</source>
        <translation>sein Name ist kein Unicode und passt nicht in Parquet</translation>
    </message>
    <message>
        <source>its pictures are in a format that cannot be read</source>
        <translation>seine Bilder sind in einem Format, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>its pictures have {0} megapixels; Nomina reads videos of up to 100</source>
        <translation>seine Bilder haben {0} Megapixel; Nomina liest Videos mit bis zu 100</translation>
    </message>
    <message>
        <source>name.ext.xmp</source>
        <translation>name.ext.xmp</translation>
    </message>
    <message>
        <source>name.xmp</source>
        <translation>name.xmp</translation>
    </message>
    <message>
        <source>no picture of it can be decoded: it is damaged, or in a format that cannot be read</source>
        <translation>kein Bild davon lässt sich dekodieren: es ist beschädigt oder in einem Format, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>open_clip states no way to prepare pictures for {0}, so the file alone is not enough.</source>
        <translation>open_clip sagt nicht, wie Bilder für {0} vorzubereiten sind; die Datei allein genügt daher nicht.</translation>
    </message>
    <message>
        <source>open_clip states {0} ways to prepare pictures for {1}, so the file alone is not enough.</source>
        <translation>open_clip nennt {0} Arten, Bilder für {1} vorzubereiten; die Datei allein genügt daher nicht.</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>pictures only</source>
        <translation>nur Bilder</translation>
    </message>
    <message>
        <source>pictures only; about {0} MB{1}; {2}</source>
        <translation>nur Bilder; etwa {0} MB{1}; {2}</translation>
    </message>
    <message>
        <source>the encoder “{0}” has not read it yet</source>
        <translation>der Encoder „{0}“ hat es noch nicht gelesen</translation>
    </message>
    <message>
        <source>the hub cannot be reached</source>
        <translation>der Hub ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the hub gives them only to accounts that were let in</source>
        <translation>der Hub gibt sie nur Konten, die zugelassen wurden</translation>
    </message>
    <message>
        <source>the hub knows no such model</source>
        <translation>der Hub kennt kein solches Modell</translation>
    </message>
    <message>
        <source>there is a file at “{0}”</source>
        <translation>unter „{0}“ liegt eine Datei</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>there is no video in it</source>
        <translation>es enthält kein Video</translation>
    </message>
    <message>
        <source>timm.list_models() tells them all.</source>
        <translation>timm.list_models() nennt alle.</translation>
    </message>
    <message>
        <source>you said that it is not “{0}”</source>
        <translation>Sie sagten, es sei nicht „{0}“</translation>
    </message>
    <message>
        <source>you said that it is “{0}”</source>
        <translation>Sie sagten, es sei „{0}“</translation>
    </message>
    <message>
        <source>you said that it is “{0}”, not “{1}”</source>
        <translation>Sie sagten, es sei „{0}“, nicht „{1}“</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>Ihr eigener</translation>
    </message>
    <message>
        <source>your own{0}</source>
        <translation>Ihr eigener{0}</translation>
    </message>
    <message>
        <source>zstd</source>
        <translation>zstd</translation>
    </message>
    <message>
        <source>{0} of the rows that were kept are damaged. They are read again.</source>
        <translation>{0} der abgelegten Zeilen sind beschädigt. Sie werden neu gelesen.</translation>
    </message>
    <message>
        <source>{0} pictures are none of these</source>
        <translation>{0} Bilder sind keine davon</translation>
    </message>
    <message>
        <source>{0} pictures have several categories: {1} labels would go.</source>
        <translation>{0} Bilder haben mehrere Kategorien: {1} Zuordnungen gingen verloren.</translation>
    </message>
    <message>
        <source>{0} things in “{1}” cannot be taken as they are, so nothing was imported.</source>
        <translation>{0} Dinge in „{1}“ lassen sich nicht übernehmen, wie sie sind, daher wurde nichts importiert.</translation>
    </message>
    <message>
        <source>{0} things in “{1}” cannot be taken as they are, so nothing was imported. The first: {2}: {3}.</source>
        <translation>{0} Dinge in „{1}“ lassen sich nicht übernehmen, wie sie sind, daher wurde nichts importiert. Das erste: {2}: {3}.</translation>
    </message>
    <message>
        <source>The templates in {0} must be a list of texts with one {} in each.</source>
        <translation>Die Vorlagen in {0} müssen eine Liste von Texten mit je einem {{}} sein.</translation>
    </message>
    <message>
        <source>The tokenizer of {0} cannot be read: {1}</source>
        <translation>Der Tokenizer von {0} lässt sich nicht lesen: {1}</translation>
    </message>
    <message>
        <source>The weights of {0} are missing.</source>
        <translation>Die Gewichte von {0} fehlen.</translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its network.</source>
        <translation>Die Gewichte von {0} passen nicht zu seinem Netz.</translation>
    </message>
    <message>
        <source>The weights of {0} hold something else than numbers.</source>
        <translation>Die Gewichte von {0} enthalten anderes als Zahlen.</translation>
    </message>
    <message>
        <source>The weights “{0}” do not fit the config of {1}: {2}</source>
        <translation>Die Gewichte „{0}“ passen nicht zur Konfiguration von {1}: {2}</translation>
    </message>
    <message>
        <source>The weights “{0}” do not fit {1} of {2}: {3}</source>
        <translation>Die Gewichte „{0}“ passen nicht zu {1} von {2}: {3}</translation>
    </message>
    <message>
        <source>The {0} examples in the pack were left out, because “{1}” read them and “{2}” is at work here; the words were taken.</source>
        <translation>Die {0} Beispiele im Paket wurden ausgelassen, weil „{1}“ sie gelesen hat und hier „{2}“ arbeitet; die Worte wurden übernommen.</translation>
    </message>
    <message>
        <source>There are examples of fewer than two categories.</source>
        <translation>Es gibt Beispiele für weniger als zwei Kategorien.</translation>
    </message>
    <message>
        <source>There are no categories to label with.</source>
        <translation>Es gibt keine Kategorien, um sie zuzuordnen.</translation>
    </message>
    <message>
        <source>There are no categories yet.</source>
        <translation>Es gibt noch keine Kategorien.</translation>
    </message>
    <message>
        <source>There are no pictures in {0}.</source>
        <translation>In {0} sind keine Bilder.</translation>
    </message>
    <message>
        <source>There are no pictures whose folders and dates could be counted.</source>
        <translation>Es gibt keine Bilder, deren Ordner und Daten zählen könnten.</translation>
    </message>
    <message>
        <source>There are no views “{0}”.</source>
        <translation>Es gibt keine Ansichten „{0}“.</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Es gibt noch keine.</translation>
    </message>
    <message>
        <source>There are {0}.</source>
        <translation>Vorhanden: {0}.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Es gibt: {0}.</translation>
    </message>
    <message>
        <source>There are: {0}; as in starter?views=flip.</source>
        <translation>Es gibt: {0}; wie in starter?views=flip.</translation>
    </message>
    <message>
        <source>There is a category “{0}” already.</source>
        <translation>Es gibt schon eine Kategorie „{0}“.</translation>
    </message>
    <message>
        <source>There is no category “{0}”.</source>
        <translation>Es gibt keine Kategorie „{0}“.</translation>
    </message>
    <message>
        <source>There is no device “{0}” here that the encoder can run on.</source>
        <translation>Es gibt hier kein Gerät „{0}“, auf dem der Encoder laufen kann.</translation>
    </message>
    <message>
        <source>There is no encoder “{0}”.</source>
        <translation>Es gibt keinen Encoder „{0}“.</translation>
    </message>
    <message>
        <source>There is no export format “{0}”.</source>
        <translation>Es gibt kein Exportformat „{0}“.</translation>
    </message>
    <message>
        <source>There is no file or folder “{0}”.</source>
        <translation>Es gibt keine Datei und keinen Ordner „{0}“.</translation>
    </message>
    <message>
        <source>There is no folder “{0}”.</source>
        <translation>Es gibt keinen Ordner „{0}“.</translation>
    </message>
    <message>
        <source>There is no import format “{0}”.</source>
        <translation>Es gibt kein Importformat „{0}“.</translation>
    </message>
    <message>
        <source>There is no key {0}.</source>
        <translation>Es gibt keine Taste {0}.</translation>
    </message>
    <message>
        <source>There is no library in “{0}”.</source>
        <translation>In „{0}“ ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>There is no readable {0} in “{1}”.</source>
        <translation>In „{1}“ gibt es kein lesbares {0}.</translation>
    </message>
    <message>
        <source>There is no run {0}.</source>
        <translation>Es gibt keinen Durchlauf {0}.</translation>
    </message>
    <message>
        <source>There is no setting “{0}”.</source>
        <translation>Es gibt keine Einstellung „{0}“.</translation>
    </message>
    <message>
        <source>There is no such box on the globe.</source>
        <translation>So ein Rechteck gibt es auf dem Globus nicht.</translation>
    </message>
    <message>
        <source>There is no target.</source>
        <translation>Es gibt kein Ziel.</translation>
    </message>
    <message>
        <source>There is no version {0} for this encoder.</source>
        <translation>Es gibt keine Version {0} für diesen Encoder.</translation>
    </message>
    <message>
        <source>There is no weights file “{0}”.</source>
        <translation>Es gibt keine Datei mit Gewichten „{0}“.</translation>
    </message>
    <message>
        <source>There is no “{0}”.</source>
        <translation>Es gibt kein „{0}“.</translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation>Es gibt nichts zu löschen.</translation>
    </message>
    <message>
        <source>There is nothing to search for.</source>
        <translation>Es gibt nichts, wonach zu suchen wäre.</translation>
    </message>
    <message>
        <source>There is “{0}” already.</source>
        <translation>Es gibt „{0}“ schon.</translation>
    </message>
    <message>
        <source>There is: {0}. Or choose “auto”.</source>
        <translation>Es gibt: {0}. Oder „auto“ wählen.</translation>
    </message>
    <message>
        <source>These are all examples of “{0}”: none would be left.</source>
        <translation>Das sind alle Beispiele für „{0}“: Keines bliebe übrig.</translation>
    </message>
    <message>
        <source>These are not examples of “{0}”.</source>
        <translation>Das sind keine Beispiele für „{0}“.</translation>
    </message>
    <message>
        <source>These pictures are not what a search finds.</source>
        <translation>Diese Bilder sind nicht das, was eine Suche findet.</translation>
    </message>
    <message>
        <source>This category is not there any more.</source>
        <translation>Diese Kategorie ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This folder is not watched.</source>
        <translation>Dieser Ordner wird nicht beobachtet.</translation>
    </message>
    <message>
        <source>This format writes beside each picture.</source>
        <translation>Dieses Format schreibt neben jedes Bild.</translation>
    </message>
    <message>
        <source>This picture is not in the library any more.</source>
        <translation>Dieses Bild ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This picture was not read by the encoder yet.</source>
        <translation>Dieses Bild hat der Encoder noch nicht gelesen.</translation>
    </message>
    <message>
        <source>This search is not there any more.</source>
        <translation>Diese Suche ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This would move your original pictures.</source>
        <translation>Das würde Ihre Originalbilder verschieben.</translation>
    </message>
    <message>
        <source>Too few pictures tell how good a wording of “{0}” is.</source>
        <translation>Zu wenige Bilder sagen, wie gut eine Formulierung für „{0}“ ist.</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Try again when this machine is online, or choose a folder that holds the model (open_clip:/path/to/folder, timm:/path/to/folder), or use the starter that comes with Nomina.</source>
        <translation>Erneut versuchen, wenn dieser Rechner online ist, oder einen Ordner wählen, der das Modell enthält (open_clip:/pfad/zum/ordner, timm:/pfad/zum/ordner), oder den starter-Encoder verwenden, der mit Nomina kommt.</translation>
    </message>
    <message>
        <source>Type a word or two, like heron.</source>
        <translation>Ein Wort oder zwei eintippen, etwa Reiher.</translation>
    </message>
    <message>
        <source>Type a word or two, or give a picture.</source>
        <translation>Ein Wort oder zwei eintippen, oder ein Bild geben.</translation>
    </message>
    <message>
        <source>Type it again without them.</source>
        <translation>Ohne sie noch einmal eintippen.</translation>
    </message>
    <message>
        <source>Undo brings it back.</source>
        <translation>„Rückgängig“ bringt es zurück.</translation>
    </message>
    <message>
        <source>Update Nomina to open it.</source>
        <translation>Nomina aktualisieren, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>Update Nomina to read it.</source>
        <translation>Nomina aktualisieren, um es zu lesen.</translation>
    </message>
    <message>
        <source>Update or remove it: pip uninstall {0}</source>
        <translation>Aktualisieren oder entfernen: pip uninstall {0}</translation>
    </message>
    <message>
        <source>Update the package, or choose another encoder: nomina encoders list.</source>
        <translation>Das Paket aktualisieren oder einen anderen Encoder wählen: nomina encoders list.</translation>
    </message>
    <message>
        <source>Use it alone, or name another one.</source>
        <translation>Allein verwenden, oder einen anderen nennen.</translation>
    </message>
    <message>
        <source>Views are asked for twice.</source>
        <translation>Ansichten werden zweimal verlangt.</translation>
    </message>
    <message>
        <source>Wait until it is read, then look again.</source>
        <translation>Warten, bis es gelesen ist, dann noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Wait until they are read, then say it again.</source>
        <translation>Warten, bis sie gelesen sind, dann noch einmal sagen.</translation>
    </message>
    <message>
        <source>Waiting for other work</source>
        <translation>Andere Arbeit wird abgewartet</translation>
    </message>
    <message>
        <source>Watch “{0}”</source>
        <translation>„{0}“ beobachten</translation>
    </message>
    <message>
        <source>Watch “{0}” no longer</source>
        <translation>„{0}“ nicht mehr beobachten</translation>
    </message>
    <message>
        <source>What is done with text that a spreadsheet would run.</source>
        <translation>Was mit Text geschieht, den eine Tabellenkalkulation ausführen würde.</translation>
    </message>
    <message>
        <source>What stands before each path and is taken away, where it is not Label Studio&apos;s own.</source>
        <translation>Was vor jedem Pfad steht und weggenommen wird, wo es nicht das von Label Studio ist.</translation>
    </message>
    <message>
        <source>What stands between the values.</source>
        <translation>Was zwischen den Werten steht.</translation>
    </message>
    <message>
        <source>Where the encoder runs. It counts from the next time a library is opened.</source>
        <translation>Wo der Encoder läuft. Gilt ab dem nächsten Öffnen einer Bibliothek.</translation>
    </message>
    <message>
        <source>Whether a label gets a box over its whole picture.</source>
        <translation>Ob eine Zuordnung einen Rahmen um das ganze Bild bekommt.</translation>
    </message>
    <message>
        <source>Whether an apostrophe before a formula is taken away.</source>
        <translation>Ob ein Apostroph vor einer Formel weggenommen wird.</translation>
    </message>
    <message>
        <source>Whether its examples count as evidence here.</source>
        <translation>Ob die Beispiele darin hier als Hinweise zählen.</translation>
    </message>
    <message>
        <source>Whether the embeddings of the examples are in it.</source>
        <translation>Ob die Embeddings der Beispiele dabei sind.</translation>
    </message>
    <message>
        <source>Whether those above become categories too, and stand above it.</source>
        <translation>Ob die darüber auch Kategorien werden und über ihr stehen.</translation>
    </message>
    <message>
        <source>Without --report it works with several too.</source>
        <translation>Ohne --report geht es auch mit mehreren.</translation>
    </message>
    <message>
        <source>Write ?views= once: at the end it is for both encoders.</source>
        <translation>?views= nur einmal schreiben: Am Ende gilt es für beide Encoder.</translation>
    </message>
    <message>
        <source>Write it like #E69F00.</source>
        <translation>Etwa als #E69F00 schreiben.</translation>
    </message>
    <message>
        <source>Write one name a line.</source>
        <translation>Je Zeile einen Namen schreiben.</translation>
    </message>
    <message>
        <source>Write pair:FIRST+SECOND, as in pair:starter+timm:/a/folder.</source>
        <translation>pair:ERSTER+ZWEITER schreiben, wie in pair:starter+timm:/ein/ordner.</translation>
    </message>
    <message>
        <source>Write the shares of train, val and test, as in 80/10/10 or 80/20.</source>
        <translation>Die Anteile von train, val und test schreiben, wie in 80/10/10 oder 80/20.</translation>
    </message>
    <message>
        <source>Writing pictures</source>
        <translation>Bilder werden geschrieben</translation>
    </message>
    <message>
        <source>XMP sidecars</source>
        <translation>XMP-Begleitdateien</translation>
    </message>
    <message>
        <source>YOLO classification</source>
        <translation>YOLO-Klassifikation</translation>
    </message>
    <message>
        <source>YOLO needs pictures to train on and pictures to validate with.</source>
        <translation>YOLO braucht Bilder zum Trainieren und Bilder zum Validieren.</translation>
    </message>
    <message>
        <source>`nomina doctor` tells what is there.</source>
        <translation>`nomina doctor` sagt, was da ist.</translation>
    </message>
    <message>
        <source>an export lies there; name this very folder if you want its copies too</source>
        <translation>dort liegt ein Export; genau diesen Ordner nennen, wenn auch dessen Kopien gewünscht sind</translation>
    </message>
    <message>
        <source>gzip</source>
        <translation>gzip</translation>
    </message>
    <message>
        <source>it cannot be read: {0}</source>
        <translation>sie lässt sich nicht lesen: {0}</translation>
    </message>
    <message>
        <source>it could not be read ({0})</source>
        <translation>sie konnte nicht gelesen werden ({0})</translation>
    </message>
    <message>
        <source>it has a document type, which Nomina does not read because it may name other files</source>
        <translation>sie hat einen Dokumenttyp, den Nomina nicht liest, weil er andere Dateien nennen kann</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>es hat keinen Namen</translation>
    </message>
    <message>
        <source>it has {0} GB; Nomina reads files up to {1} GB</source>
        <translation>sie hat {0} GB; Nomina liest Dateien bis {1} GB</translation>
    </message>
    <message>
        <source>it is damaged ({0})</source>
        <translation>sie ist beschädigt ({0})</translation>
    </message>
    <message>
        <source>it is damaged XML</source>
        <translation>es ist beschädigtes XML</translation>
    </message>
    <message>
        <source>it is damaged XML ({0})</source>
        <translation>es ist beschädigtes XML ({0})</translation>
    </message>
    <message>
        <source>it is larger than {0} MB</source>
        <translation>sie ist größer als {0} MB</translation>
    </message>
    <message>
        <source>it is no XMP: it has no RDF</source>
        <translation>es ist kein XMP: RDF fehlt</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>es ist kein Objekt</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>es ist kein UTF-8</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is written in {0}, not in UTF-8</source>
        <translation>es ist in {0} geschrieben, nicht in UTF-8</translation>
    </message>
    <message>
        <source>it names no file</source>
        <translation>es nennt keine Datei</translation>
    </message>
    <message>
        <source>it names no picture</source>
        <translation>es nennt kein Bild</translation>
    </message>
    <message>
        <source>its XML is nested too deeply</source>
        <translation>das XML ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>its category is no text</source>
        <translation>die Kategorie ist kein Text</translation>
    </message>
    <message>
        <source>its file has changed since it was read; add it again</source>
        <translation>die Datei wurde geändert, seit sie gelesen wurde; noch einmal hinzufügen</translation>
    </message>
    <message>
        <source>its file is gone</source>
        <translation>die Datei ist weg</translation>
    </message>
    <message>
        <source>its folder may not be written</source>
        <translation>in den Ordner darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>its label is not among the classes</source>
        <translation>die Zuordnung ist keine der Klassen</translation>
    </message>
    <message>
        <source>its picture is not there</source>
        <translation>das Bild ist nicht da</translation>
    </message>
    <message>
        <source>its sidecar “{0}” cannot be written: {1}</source>
        <translation>die Begleitdatei „{0}“ lässt sich nicht schreiben: {1}</translation>
    </message>
    <message>
        <source>its sidecar “{0}” was left alone: another program is writing it</source>
        <translation>die Begleitdatei „{0}“ wurde nicht angetastet: Ein anderes Programm schreibt sie gerade</translation>
    </message>
    <message>
        <source>its sidecar “{0}” was left alone: it is a link or no file</source>
        <translation>die Begleitdatei „{0}“ wurde nicht angetastet: Sie ist eine Verknüpfung oder keine Datei</translation>
    </message>
    <message>
        <source>its sidecar “{0}” was left alone: it is not UTF-8</source>
        <translation>die Begleitdatei „{0}“ wurde nicht angetastet: Sie ist kein UTF-8</translation>
    </message>
    <message>
        <source>its sidecar “{0}” was left alone: {1}</source>
        <translation>die Begleitdatei „{0}“ wurde nicht angetastet: {1}</translation>
    </message>
    <message>
        <source>its {0}:{1} is not written as one list</source>
        <translation>{0}:{1} darin ist nicht als eine Liste geschrieben</translation>
    </message>
    <message>
        <source>name.ext.xmp (digiKam, darktable), or name.xmp (Adobe).</source>
        <translation>name.ext.xmp (digiKam, darktable) oder name.xmp (Adobe).</translation>
    </message>
    <message>
        <source>open_clip has no weights “{0}” for {1}.</source>
        <translation>open_clip hat keine Gewichte „{0}“ für {1}.</translation>
    </message>
    <message>
        <source>open_clip knows no model “{0}”.</source>
        <translation>open_clip kennt kein Modell „{0}“.</translation>
    </message>
    <message>
        <source>pip install &apos;nomina[parquet]&apos;</source>
        <translation>pip install &apos;nomina[parquet]&apos;</translation>
    </message>
    <message>
        <source>snappy</source>
        <translation>snappy</translation>
    </message>
    <message>
        <source>the encoder failed on it ({0})</source>
        <translation>der Encoder ist daran gescheitert ({0})</translation>
    </message>
    <message>
        <source>the encoder gave no usable numbers for it</source>
        <translation>der Encoder gab keine brauchbaren Zahlen dafür</translation>
    </message>
    <message>
        <source>the encoder stopped over it{0}, twice</source>
        <translation>der Encoder ist zweimal daran abgebrochen{0}</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>there is not enough memory to decode it</source>
        <translation>der Speicher reicht nicht, um es zu entschlüsseln</translation>
    </message>
    <message>
        <source>there is not enough memory to read it</source>
        <translation>der Speicher reicht nicht, um sie zu lesen</translation>
    </message>
    <message>
        <source>timm has no weights for {0}.</source>
        <translation>timm hat keine Gewichte für {0}.</translation>
    </message>
    <message>
        <source>timm has no weights “{0}” for {1}.</source>
        <translation>timm hat keine Gewichte „{0}“ für {1}.</translation>
    </message>
    <message>
        <source>timm knows no architecture “{0}” of “{1}”.</source>
        <translation>timm kennt keine Architektur „{0}“ von „{1}“.</translation>
    </message>
    <message>
        <source>timm knows no model “{0}”.</source>
        <translation>timm kennt kein Modell „{0}“.</translation>
    </message>
    <message>
        <source>{0} cannot take a picture: {1}</source>
        <translation>{0} nimmt kein Bild an: {1}</translation>
    </message>
    <message>
        <source>{0} does not fit into the memory of {1}.</source>
        <translation>{0} passt nicht in den Speicher von {1}.</translation>
    </message>
    <message>
        <source>{0} does not give one row of features a picture.</source>
        <translation>{0} gibt nicht eine Zeile mit Merkmalen je Bild.</translation>
    </message>
    <message>
        <source>{0} does not give the numbers that its config states.</source>
        <translation>{0} gibt nicht die Zahlen, die seine Konfiguration nennt.</translation>
    </message>
    <message>
        <source>{0} does not state how pictures are prepared for it: {1}</source>
        <translation>{0} sagt nicht, wie Bilder dafür vorbereitet werden: {1}</translation>
    </message>
    <message>
        <source>{0} failed on {1}: {2}</source>
        <translation>{0} ist an {1} gescheitert: {2}</translation>
    </message>
    <message>
        <source>{0} is at work already.</source>
        <translation>{0} arbeitet schon.</translation>
    </message>
    <message>
        <source>{0} is before {1}.</source>
        <translation>{0} liegt vor {1}.</translation>
    </message>
    <message>
        <source>{0} is not on this machine and could not be fetched from “{1}”: {2}.</source>
        <translation>{0} ist nicht auf diesem Rechner und ließ sich nicht von „{1}“ holen: {2}.</translation>
    </message>
    <message>
        <source>{0} know no words.</source>
        <translation>{0} kennen keine Worte.</translation>
    </message>
    <message>
        <source>{0} knows no words, and the words of a pair are the first one&apos;s.</source>
        <translation>{0} kennt keine Worte, und die Worte eines Paars sind die des ersten.</translation>
    </message>
    <message>
        <source>{0} knows no words.</source>
        <translation>{0} kennt keine Worte.</translation>
    </message>
    <message>
        <source>{0} labels are none.</source>
        <translation>{0} Zuordnungen sind keine.</translation>
    </message>
    <message>
        <source>{0} labels are too few to refine with.</source>
        <translation>{0} Zuordnungen sind zu wenige zum Verfeinern.</translation>
    </message>
    <message>
        <source>{0} labels are too few to tell what it is worth.</source>
        <translation>{0} Zuordnungen sind zu wenige, um zu sagen, was es wert ist.</translation>
    </message>
    <message>
        <source>{0} may have several weights; say which ones.</source>
        <translation>{0} kann mehrere Gewichte haben; sagen, welche.</translation>
    </message>
    <message>
        <source>{0} pictures are none.</source>
        <translation>{0} Bilder sind keine.</translation>
    </message>
    <message>
        <source>{0} pictures are too few to learn from.</source>
        <translation>{0} Bilder sind zu wenige, um daraus zu lernen.</translation>
    </message>
    <message>
        <source>{0} {1} are spoilt.</source>
        <translation>{0} {1} sind verdorben.</translation>
    </message>
    <message>
        <source>“{0}” cannot be both a name of “{1}” and what it is not.</source>
        <translation>„{0}“ kann nicht zugleich ein Name von „{1}“ sein und das, was es nicht ist.</translation>
    </message>
    <message>
        <source>“{0}” cannot be made: {1}.</source>
        <translation>„{0}“ lässt sich nicht anlegen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be merged with itself.</source>
        <translation>„{0}“ lässt sich nicht in sich selbst aufnehmen.</translation>
    </message>
    <message>
        <source>“{0}” cannot be moved into several folders.</source>
        <translation>„{0}“ lässt sich nicht in mehrere Ordner verschieben.</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: {1}.</source>
        <translation>„{0}“ lässt sich nicht öffnen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read as Parquet: {1}.</source>
        <translation>„{0}“ lässt sich nicht als Parquet lesen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read safely as weights.</source>
        <translation>„{0}“ lässt sich nicht sicher als Gewichte lesen.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>„{0}“ lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be replaced.</source>
        <translation>„{0}“ lässt sich nicht ersetzen.</translation>
    </message>
    <message>
        <source>“{0}” cannot be used: {1}.</source>
        <translation>„{0}“ lässt sich nicht verwenden: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: the disk is full. Nothing of it was kept.</source>
        <translation>„{0}“ lässt sich nicht schreiben: Der Datenträger ist voll. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: there is no folder “{1}”.</source>
        <translation>„{0}“ lässt sich nicht schreiben: Es gibt keinen Ordner „{1}“.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}.</source>
        <translation>„{0}“ lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}. Nothing of it was kept.</source>
        <translation>„{0}“ lässt sich nicht schreiben: {1}. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>“{0}” cannot be “{1}”.</source>
        <translation>„{0}“ kann nicht „{1}“ sein.</translation>
    </message>
    <message>
        <source>“{0}” cannot lie beside itself.</source>
        <translation>„{0}“ kann nicht neben sich selbst liegen.</translation>
    </message>
    <message>
        <source>“{0}” cannot lie under itself.</source>
        <translation>„{0}“ kann nicht unter sich selbst liegen.</translation>
    </message>
    <message>
        <source>“{0}” cannot lie under “{1}”, which lies under it.</source>
        <translation>„{0}“ kann nicht unter „{1}“ liegen, das selbst darunter liegt.</translation>
    </message>
    <message>
        <source>“{0}” cannot run in {1} here: {2}.</source>
        <translation>„{0}“ kann hier nicht in {1} laufen: {2}.</translation>
    </message>
    <message>
        <source>“{0}” could not be deleted.</source>
        <translation>„{0}“ ließ sich nicht löschen.</translation>
    </message>
    <message>
        <source>“{0}” does not lie under “{1}”.</source>
        <translation>„{0}“ liegt nicht unter „{1}“.</translation>
    </message>
    <message>
        <source>“{0}” does not say which frames of a video are wanted.</source>
        <translation>„{0}“ sagt nicht, welche Einzelbilder eines Videos gewünscht sind.</translation>
    </message>
    <message>
        <source>“{0}” does not state a timm architecture.</source>
        <translation>„{0}“ nennt keine Architektur von timm.</translation>
    </message>
    <message>
        <source>“{0}” does not state preprocess_cfg, so nobody knows how pictures are prepared for the model.</source>
        <translation>„{0}“ nennt keine preprocess_cfg, daher weiß niemand, wie Bilder für das Modell vorbereitet werden.</translation>
    </message>
    <message>
        <source>“{0}” does not state pretrained_cfg as timm writes it.</source>
        <translation>„{0}“ nennt keine pretrained_cfg, wie timm sie schreibt.</translation>
    </message>
    <message>
        <source>“{0}” does not state {1} under model_cfg.</source>
        <translation>„{0}“ nennt unter model_cfg nicht: {1}.</translation>
    </message>
    <message>
        <source>“{0}” has no column of files and one of categories; it has {1}.</source>
        <translation>„{0}“ hat keine Spalte mit Dateien und eine mit Kategorien; sie hat {1}.</translation>
    </message>
    <message>
        <source>“{0}” has no column “{1}”.</source>
        <translation>„{0}“ hat keine Spalte „{1}“.</translation>
    </message>
    <message>
        <source>“{0}” has no folders in it.</source>
        <translation>„{0}“ hat keine Ordner darin.</translation>
    </message>
    <message>
        <source>“{0}” has no labels.</source>
        <translation>„{0}“ hat keine Zuordnungen.</translation>
    </message>
    <message>
        <source>“{0}” has no option “{1}”.</source>
        <translation>„{0}“ hat keine Option „{1}“.</translation>
    </message>
    <message>
        <source>“{0}” has no readable {1}, so it is not a model of open_clip.</source>
        <translation>„{0}“ hat kein lesbares {1}, ist also kein Modell von open_clip.</translation>
    </message>
    <message>
        <source>“{0}” has no {1} in it.</source>
        <translation>„{0}“ hat darin nicht: {1}.</translation>
    </message>
    <message>
        <source>“{0}” has other bytes than when it was read, though its size and date are the same.</source>
        <translation>„{0}“ hat andere Bytes als beim Lesen, obwohl Größe und Datum gleich sind.</translation>
    </message>
    <message>
        <source>“{0}” holds an earlier export.</source>
        <translation>„{0}“ enthält einen früheren Export.</translation>
    </message>
    <message>
        <source>“{0}” holds no model.</source>
        <translation>„{0}“ enthält kein Modell.</translation>
    </message>
    <message>
        <source>“{0}” holds no names.</source>
        <translation>„{0}“ enthält keine Namen.</translation>
    </message>
    <message>
        <source>“{0}” holds no weights.</source>
        <translation>„{0}“ enthält keine Gewichte.</translation>
    </message>
    <message>
        <source>“{0}” holds originals that were moved there.</source>
        <translation>„{0}“ enthält Originale, die dorthin verschoben wurden.</translation>
    </message>
    <message>
        <source>“{0}” holds pictures of the library.</source>
        <translation>„{0}“ enthält Bilder der Bibliothek.</translation>
    </message>
    <message>
        <source>“{0}” holds several weights files: {1}.</source>
        <translation>„{0}“ enthält mehrere Dateien mit Gewichten: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a TorchScript program, not plain weights.</source>
        <translation>„{0}“ ist ein TorchScript-Programm, keine bloßen Gewichte.</translation>
    </message>
    <message>
        <source>“{0}” is a damaged category pack ({1}).</source>
        <translation>„{0}“ ist ein beschädigtes Kategorienpaket ({1}).</translation>
    </message>
    <message>
        <source>“{0}” is a database of another program.</source>
        <translation>„{0}“ ist eine Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>“{0}” is a file, and this format writes a folder.</source>
        <translation>„{0}“ ist eine Datei, und dieses Format schreibt einen Ordner.</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation>„{0}“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>“{0}” is a library already.</source>
        <translation>„{0}“ ist schon eine Bibliothek.</translation>
    </message>
    <message>
        <source>“{0}” is a path.</source>
        <translation>„{0}“ ist ein Pfad.</translation>
    </message>
    <message>
        <source>“{0}” is a picture of the library.</source>
        <translation>„{0}“ ist ein Bild der Bibliothek.</translation>
    </message>
    <message>
        <source>“{0}” is damaged in line {1}: {2}.</source>
        <translation>„{0}“ ist in Zeile {1} beschädigt: {2}.</translation>
    </message>
    <message>
        <source>“{0}” is damaged: it is not the {1} it says.</source>
        <translation>„{0}“ ist beschädigt: Es ist nicht das {1}, das es zu sein angibt.</translation>
    </message>
    <message>
        <source>“{0}” is damaged: {1}.</source>
        <translation>„{0}“ ist beschädigt: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is in the library&apos;s own folder, or holds it.</source>
        <translation>„{0}“ liegt im Ordner der Bibliothek oder enthält ihn.</translation>
    </message>
    <message>
        <source>“{0}” is larger than {1} MB.</source>
        <translation>„{0}“ ist größer als {1} MB.</translation>
    </message>
    <message>
        <source>“{0}” is no COCO: it lacks images, categories or annotations.</source>
        <translation>„{0}“ ist kein COCO: images, categories oder annotations fehlen.</translation>
    </message>
    <message>
        <source>“{0}” is no JSON{1}: it cannot be taken apart.</source>
        <translation>„{0}“ ist kein JSON{1}: Es lässt sich nicht zerlegen.</translation>
    </message>
    <message>
        <source>“{0}” is no JSON{1}: {2}.</source>
        <translation>„{0}“ ist kein JSON{1}: {2}.</translation>
    </message>
    <message>
        <source>“{0}” is no category pack, or is damaged: {1}.</source>
        <translation>„{0}“ ist kein Kategorienpaket oder ist beschädigt: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is no category pack.</source>
        <translation>„{0}“ ist kein Kategorienpaket.</translation>
    </message>
    <message>
        <source>“{0}” is no category pack: it holds other things.</source>
        <translation>„{0}“ ist kein Kategorienpaket: Es enthält anderes.</translation>
    </message>
    <message>
        <source>“{0}” is no choice for {1}.</source>
        <translation>„{0}“ steht für {1} nicht zur Wahl.</translation>
    </message>
    <message>
        <source>“{0}” is no choice here.</source>
        <translation>„{0}“ steht hier nicht zur Wahl.</translation>
    </message>
    <message>
        <source>“{0}” is no colour.</source>
        <translation>„{0}“ ist keine Farbe.</translation>
    </message>
    <message>
        <source>“{0}” is no folder.</source>
        <translation>„{0}“ ist kein Ordner.</translation>
    </message>
    <message>
        <source>“{0}” is no journal of moves.</source>
        <translation>„{0}“ ist kein Protokoll von Verschiebungen.</translation>
    </message>
    <message>
        <source>“{0}” is no keyword.</source>
        <translation>„{0}“ ist kein Stichwort.</translation>
    </message>
    <message>
        <source>“{0}” is no list of objects.</source>
        <translation>„{0}“ ist keine Liste von Objekten.</translation>
    </message>
    <message>
        <source>“{0}” is no list of tasks.</source>
        <translation>„{0}“ ist keine Liste von Aufgaben.</translation>
    </message>
    <message>
        <source>“{0}” is no text.</source>
        <translation>„{0}“ ist kein Text.</translation>
    </message>
    <message>
        <source>“{0}” is no whole journal of moves.</source>
        <translation>„{0}“ ist kein vollständiges Protokoll von Verschiebungen.</translation>
    </message>
    <message>
        <source>“{0}” is not a Nomina library, or is damaged.</source>
        <translation>„{0}“ ist keine Nomina-Bibliothek oder ist beschädigt.</translation>
    </message>
    <message>
        <source>“{0}” is not a kind of weights file that Nomina reads.</source>
        <translation>„{0}“ ist keine Art von Datei mit Gewichten, die Nomina liest.</translation>
    </message>
    <message>
        <source>“{0}” is not a pair of two encoders.</source>
        <translation>„{0}“ ist kein Paar aus zwei Encodern.</translation>
    </message>
    <message>
        <source>“{0}” is not empty.</source>
        <translation>„{0}“ ist nicht leer.</translation>
    </message>
    <message>
        <source>“{0}” is not of CVAT: its XML is &lt;{1}&gt;.</source>
        <translation>„{0}“ ist nicht von CVAT: Das XML ist &lt;{1}&gt;.</translation>
    </message>
    <message>
        <source>“{0}” is not on this machine.</source>
        <translation>„{0}“ ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>“{0}” is not valid JSON.</source>
        <translation>„{0}“ ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>“{0}” is one encoder, so there is nothing to weigh.</source>
        <translation>„{0}“ ist ein einzelner Encoder, da gibt es nichts zu gewichten.</translation>
    </message>
    <message>
        <source>“{0}” is the library&apos;s own folder.</source>
        <translation>„{0}“ ist der Ordner der Bibliothek selbst.</translation>
    </message>
    <message>
        <source>“{0}” is there and cannot be read.</source>
        <translation>„{0}“ ist da und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{0}” is too large: its {1} grows beyond {2} MB.</source>
        <translation>„{0}“ ist zu groß: {1} darin wächst über {2} MB hinaus.</translation>
    </message>
    <message>
        <source>“{0}” lacks the tokenizer that its {1} asks for.</source>
        <translation>„{0}“ fehlt der Tokenizer, den {1} darin verlangt.</translation>
    </message>
    <message>
        <source>“{0}” lies on another disk than the target, and hard links cannot reach across.</source>
        <translation>„{0}“ liegt auf einem anderen Datenträger als das Ziel, und harte Verknüpfungen reichen nicht hinüber.</translation>
    </message>
    <message>
        <source>“{0}” says no split.</source>
        <translation>„{0}“ nennt keine Aufteilung.</translation>
    </message>
    <message>
        <source>“{0}” was changed since Nomina wrote it.</source>
        <translation>„{0}“ wurde geändert, seit Nomina es geschrieben hat.</translation>
    </message>
    <message>
        <source>“{0}” was not fetched by Nomina, so Nomina does not delete it.</source>
        <translation>„{0}“ wurde nicht von Nomina geholt, daher löscht Nomina es nicht.</translation>
    </message>
    <message>
        <source>“{0}” was not read: it could not be encoded.</source>
        <translation>„{0}“ wurde nicht gelesen: Es ließ sich nicht kodieren.</translation>
    </message>
    <message>
        <source>“{0}” was not read: {1}.</source>
        <translation>„{0}“ wurde nicht gelesen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” was written by a newer Nomina.</source>
        <translation>„{0}“ wurde von einem neueren Nomina geschrieben.</translation>
    </message>
    <message>
        <source>“{0}” would belong to “{1}” too; use name=full</source>
        <translation>„{0}“ würde auch zu „{1}“ gehören; name=full verwenden</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Beobachtete Ordner</translation>
    </message>
    <message>
        <source>New pictures in these folders are added while this library is open, once they have stopped changing. Pictures that come while it is closed are added when it is opened.</source>
        <translation>Neue Bilder in diesen Ordnern werden hinzugefügt, solange diese Bibliothek offen ist, sobald sie sich nicht mehr ändern. Bilder, die kommen, während sie geschlossen ist, werden beim Öffnen hinzugefügt.</translation>
    </message>
    <message>
        <source>Label what is new</source>
        <translation>Neues zuordnen</translation>
    </message>
    <message>
        <source>Add only, label nothing</source>
        <translation>Nur hinzufügen, nichts zuordnen</translation>
    </message>
    <message>
        <source>Label too. {promise}</source>
        <translation>Auch zuordnen. {promise}</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Ordner beobachten …</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation>Noch wird kein Ordner beobachtet.</translation>
    </message>
    <message>
        <source>{folder}: cannot be looked at now, {why}</source>
        <translation>{folder}: lässt sich jetzt nicht ansehen, {why}</translation>
    </message>
    <message>
        <source>Select a picture to see what it may be, and why.</source>
        <translation>Ein Bild auswählen, um zu sehen, was es sein kann und warum.</translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation>Was es sein kann</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Getting the encoder ready…</source>
        <translation>Der Encoder wird vorbereitet …</translation>
    </message>
    <message>
        <source>WHY {category}?</source>
        <translation>WARUM {category}?</translation>
    </message>
    <message>
        <source>What they are said to be</source>
        <translation>Als was sie gelten</translation>
    </message>
    <message>
        <source>for it</source>
        <translation>dafür</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>Sie sagten es</translation>
    </message>
    <message>
        <source>you said no</source>
        <translation>Sie sagten nein</translation>
    </message>
    <message>
        <source>✓ yours: {category}</source>
        <translation>✓ von Ihnen: {category}</translation>
    </message>
    <message>
        <source>likely {category}</source>
        <translation>wahrscheinlich {category}</translation>
    </message>
    <message>
        <source>unsure: {first} or {second}</source>
        <translation>unsicher: {first} oder {second}</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>none of these: nothing stands out</source>
        <translation>keine davon: nichts sticht heraus</translation>
    </message>
    <message>
        <source>Too few labels yet to say which categories are ruled out at {level}.</source>
        <translation>Noch zu wenige Zuordnungen, um zu sagen, welche Kategorien bei {level} ausgeschlossen sind.</translation>
    </message>
    <message>
        <source>At {level}: none of your categories.</source>
        <translation>Bei {level}: keine Ihrer Kategorien.</translation>
    </message>
    <message>
        <source>At {level}: {categories}</source>
        <translation>Bei {level}: {categories}</translation>
    </message>
    <message>
        <source>the words “{words}”</source>
        <translation>die Worte „{words}“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other example(s)</source>
        <translation>
            <numerusform>%Ln anderes Beispiel</numerusform>
            <numerusform>%Ln andere Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>the words for what it is not</source>
        <translation>die Worte für das, was es nicht ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other reject(s)</source>
        <translation>
            <numerusform>%Ln anderes Gegenbeispiel</numerusform>
            <numerusform>%Ln andere Gegenbeispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>the folder “{value}”</source>
        <translation>der Ordner „{value}“</translation>
    </message>
    <message>
        <source>the day {value}</source>
        <translation>der Tag {value}</translation>
    </message>
    <message>
        <source>the month {value}</source>
        <translation>der Monat {value}</translation>
    </message>
    <message>
        <source>the time of day</source>
        <translation>die Tageszeit</translation>
    </message>
    <message>
        <source>the camera {value}</source>
        <translation>die Kamera {value}</translation>
    </message>
    <message>
        <source>the place</source>
        <translation>der Ort</translation>
    </message>
    <message>
        <source>an example from a pack</source>
        <translation>ein Beispiel aus einem Paket</translation>
    </message>
    <message>
        <source>this picture itself</source>
        <translation>dieses Bild selbst</translation>
    </message>
    <message>
        <source>Looking at what is new in {folder}</source>
        <translation>Neues in {folder} wird angesehen</translation>
    </message>
    <message>
        <source>Comparing with {encoder}</source>
        <translation>Vergleich mit {encoder}</translation>
    </message>
    <message>
        <source>{encoder} will be at work in the next library that you open.</source>
        <translation>{encoder} arbeitet in der nächsten Bibliothek, die Sie öffnen.</translation>
    </message>
    <message>
        <source>{encoder} is at work now.</source>
        <translation>{encoder} arbeitet jetzt.</translation>
    </message>
    <message>
        <source>Your labels and categories stay. Undo does not take this back, but what each encoder read is kept.</source>
        <translation>Ihre Zuordnungen und Kategorien bleiben. „Rückgängig“ nimmt dies nicht zurück, aber was jeder Encoder gelesen hat, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Back to {encoder}</source>
        <translation>Zurück zu {encoder}</translation>
    </message>
    <message>
        <source>Reading with {encoder}</source>
        <translation>Lesen mit {encoder}</translation>
    </message>
    <message>
        <source>the encoder</source>
        <translation>der Encoder</translation>
    </message>
    <message>
        <source>{encoder} is on this machine now.</source>
        <translation>{encoder} ist jetzt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>See all encoders</source>
        <translation>Alle Encoder ansehen</translation>
    </message>
    <message>
        <source>Fetching {encoder}</source>
        <translation>{encoder} wird geholt</translation>
    </message>
    <message>
        <source>Measuring {encoder}</source>
        <translation>{encoder} wird gemessen</translation>
    </message>
    <message>
        <source>{encoder} was removed: {megabytes} MB are free again.</source>
        <translation>{encoder} wurde entfernt: {megabytes} MB sind wieder frei.</translation>
    </message>
    <message>
        <source>The encoder could not be started</source>
        <translation>Der Encoder ließ sich nicht starten</translation>
    </message>
    <message>
        <source>The encoder stopped in the middle of its work</source>
        <translation>Der Encoder hat mitten in der Arbeit aufgehört</translation>
    </message>
    <message>
        <source>{title} was stopped.</source>
        <translation>Angehalten: {title}.</translation>
    </message>
    <message>
        <source>{title} was stopped. Kept of it: {pictures}.</source>
        <translation>Angehalten: {title}. Davon behalten: {pictures}.</translation>
    </message>
    <message>
        <source>The encoder rests until you go on</source>
        <translation>Der Encoder ruht, bis Sie fortfahren</translation>
    </message>
    <message>
        <source>What is done until now stays</source>
        <translation>Was bis jetzt getan ist, bleibt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose another encoder</source>
        <translation>Anderen Encoder wählen</translation>
    </message>
    <message>
        <source>all work stays on this computer</source>
        <translation>alle Arbeit bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>{encoder} on {device}</source>
        <translation>{encoder} auf {device}</translation>
    </message>
    <message>
        <source>Waiting for the encoder</source>
        <translation>Auf den Encoder wird gewartet</translation>
    </message>
    <message>
        <source>The tutorial has a library of its own</source>
        <translation>Die Einführung hat eine eigene Bibliothek</translation>
    </message>
    <message>
        <source>“{name}” is closed for two minutes, and stays as it is.</source>
        <translation>„{name}“ wird für zwei Minuten geschlossen und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} von {steps}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Back to “{name}”</source>
        <translation>Zurück zu „{name}“</translation>
    </message>
    <message>
        <source>Pictures come in</source>
        <translation>Bilder kommen herein</translation>
    </message>
    <message>
        <source>Nomina brings a few. It looks at each one once, on this computer. That takes some seconds.</source>
        <translation>Nomina bringt einige mit und sieht jedes einmal an, auf diesem Rechner. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Type a name: cat</source>
        <translation>Einen Namen eintippen: cat</translation>
    </message>
    <message>
        <source>Go to this line, by a click or {new_category}, and type it. Do not press Return yet.</source>
        <translation>In diese Zeile, durch einen Klick oder {new_category}; der Starter versteht Englisch. Noch nicht die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>This is what would happen</source>
        <translation>Das würde geschehen</translation>
    </message>
    <message>
        <source>So many pictures would move, and these fit best. Press Return to make the category.</source>
        <translation>So viele Bilder würden wechseln, und diese passen am besten. Mit der Eingabetaste entsteht die Kategorie.</translation>
    </message>
    <message>
        <source>That is your first category</source>
        <translation>Das ist Ihre erste Kategorie</translation>
    </message>
    <message>
        <source>Each picture was compared with it. What does not stand out is none of these. Select this one.</source>
        <translation>Jedes Bild wurde damit verglichen. Was nicht heraussticht, ist „keine davon“. Wählen Sie dieses aus.</translation>
    </message>
    <message>
        <source>Is it right?</source>
        <translation>Stimmt das?</translation>
    </message>
    <message>
        <source>Here you see why. Press {accept} for yes, {reject} for no. Only what you say teaches; guesses never do.</source>
        <translation>Hier steht, warum. {accept} heißt ja, {reject} heißt nein. Nur was Sie sagen, lehrt; Vermutungen nie.</translation>
    </message>
    <message>
        <source>No good word? Show it</source>
        <translation>Kein gutes Wort? Zeigen Sie es</translation>
    </message>
    <message>
        <source>Select this motorcycle, and press {category_of}: a category of what you selected.</source>
        <translation>Wählen Sie dieses Motorrad aus und drücken Sie {category_of}: eine Kategorie aus dem, was ausgewählt ist.</translation>
    </message>
    <message>
        <source>Give it any name</source>
        <translation>Irgendein Name genügt</translation>
    </message>
    <message>
        <source>Mine, for example: the picture says what you mean. Then press Return.</source>
        <translation>„Meins“ zum Beispiel: Das Bild sagt, was Sie meinen. Dann die Eingabetaste.</translation>
    </message>
    <message>
        <source>The other one followed</source>
        <translation>Das andere kam mit</translation>
    </message>
    <message>
        <source>One example was enough to find it. And all can be taken back: press {undo}.</source>
        <translation>Ein Beispiel genügte, um es zu finden. Und alles lässt sich zurücknehmen: mit {undo}.</translation>
    </message>
    <message>
        <source>Now your own pictures</source>
        <translation>Jetzt Ihre eigenen Bilder</translation>
    </message>
    <message>
        <source>Drop a folder of them on this window. {label_all} labels all, {export} takes the labels elsewhere, {palette} finds every command.</source>
        <translation>Ziehen Sie einen Ordner davon in dieses Fenster. {label_all} ordnet alle zu, {export} bringt die Zuordnungen woandershin, {palette} findet jeden Befehl.</translation>
    </message>
    <message>
        <source>The library is as it was: {moment}.</source>
        <translation>Die Bibliothek ist wieder, wie sie war: {moment}.</translation>
    </message>
    <message>
        <source>What it was before is kept: the latest of its backups.</source>
        <translation>Wie sie davor war, ist aufgehoben: als jüngste ihrer Sicherungen.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>What you decided, your categories and labels, is copied once a day, and before a new version of Nomina changes its tables. Going back keeps what is there now as a backup, so that you can return to it.</source>
        <translation>Was Sie entschieden haben, Ihre Kategorien und Zuordnungen, wird einmal am Tag kopiert, und bevor eine neue Version von Nomina die Tabellen ändert. Beim Zurückkehren bleibt der jetzige Stand als Sicherung erhalten, sodass Sie ihn zurückholen können.</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Dorthin zurückkehren</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made when the library is a day old.</source>
        <translation>Es gibt noch keine Sicherung. Eine entsteht, wenn die Bibliothek einen Tag alt ist.</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message numerus="yes">
        <source>%Ln category(ies)</source>
        <translation>
            <numerusform>%Ln Kategorie</numerusform>
            <numerusform>%Ln Kategorien</numerusform>
        </translation>
    </message>
    <message>
        <source>{labels} of yours</source>
        <translation>{labels} von Ihnen</translation>
    </message>
    <message>
        <source>damaged, so it cannot be gone back to</source>
        <translation>beschädigt, darum kein Zurückkehren möglich</translation>
    </message>
    <message>
        <source>Before a new version</source>
        <translation>Vor einer neuen Version</translation>
    </message>
    <message>
        <source>The copy of the day</source>
        <translation>Die Kopie des Tages</translation>
    </message>
    <message>
        <source>You asked for it</source>
        <translation>Auf Ihren Wunsch</translation>
    </message>
    <message>
        <source>Before a repair</source>
        <translation>Vor einer Reparatur</translation>
    </message>
    <message>
        <source>Before going back to another</source>
        <translation>Vor dem Zurückkehren zu einer anderen</translation>
    </message>
    <message>
        <source>Pulling groups apart</source>
        <translation>Gruppen werden auseinandergezogen</translation>
    </message>
    <message>
        <source>Folder, date and place count</source>
        <translation>Ordner, Datum und Ort zählen</translation>
    </message>
    <message>
        <source>Let folder, date and place count?</source>
        <translation>Sollen Ordner, Datum und Ort zählen?</translation>
    </message>
    <message>
        <source>As a rule only what a picture shows counts. With this a category learns from the folder, the day, the time of day, the camera and the place of its examples, too. It helps where pictures of one event lie together, and misleads where they do not.</source>
        <translation>In der Regel zählt nur, was ein Bild zeigt. So lernt eine Kategorie auch vom Ordner, vom Tag, von der Tageszeit, von der Kamera und vom Ort ihrer Beispiele. Das hilft, wo Bilder eines Ereignisses beisammenliegen, und führt in die Irre, wo sie es nicht tun.</translation>
    </message>
    <message>
        <source>Let them count no more</source>
        <translation>Nicht mehr zählen lassen</translation>
    </message>
    <message>
        <source>Let them count</source>
        <translation>Zählen lassen</translation>
    </message>
    <message>
        <source>What it is worth here can be told as soon as 30 pictures of two or more categories are confirmed.</source>
        <translation>Was es hier wert ist, lässt sich sagen, sobald 30 Bilder aus zwei oder mehr Kategorien bestätigt sind.</translation>
    </message>
    <message>
        <source>Of {pictures} confirmed pictures, each asked as if nobody had confirmed it, {without} % are right without it and {with_them} % with it.</source>
        <translation>Von {pictures} bestätigten Bildern, jedes gefragt, als hätte es niemand bestätigt, stimmen ohne das {without} % und damit {with_them} %.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) would get another best category.</source>
        <translation>
            <numerusform>%Ln Bild bekäme eine andere beste Kategorie.</numerusform>
            <numerusform>%Ln Bilder bekämen eine andere beste Kategorie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>Bibliothek prüfen</translation>
    </message>
    <message>
        <source>Looks for damage in what you decided, in what grows back, and in the backups. The library is closed meanwhile and opened again at the end. Your pictures and what you decided are never changed.</source>
        <translation>Sucht nach Schäden in dem, was Sie entschieden haben, in dem, was wieder entsteht, und in den Sicherungen. Die Bibliothek wird dafür geschlossen und am Ende wieder geöffnet. Ihre Bilder und was Sie entschieden haben, werden nie geändert.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read every picture file, too, and compare it with what it was</source>
        <translation>Auch jede Bilddatei lesen und mit früher vergleichen</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Mending the library</source>
        <translation>Bibliothek wird repariert</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <translation>Bibliothek wird geprüft</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Gestoppt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>All is sound now. What was removed grows back as the pictures are read again.</source>
        <translation>Jetzt ist alles in Ordnung. Was entfernt wurde, entsteht wieder, wenn die Bilder erneut gelesen werden.</translation>
    </message>
    <message>
        <source>What you decided is damaged. It is never changed here: go back to a backup (File, Backups…).</source>
        <translation>Was Sie entschieden haben, ist beschädigt. Hier wird es nie geändert: Kehren Sie zu einer Sicherung zurück (Datei, Sicherungen…).</translation>
    </message>
    <message>
        <source>Something is wrong. What you decided is not touched by it.</source>
        <translation>Etwas stimmt nicht. Was Sie entschieden haben, ist davon nicht betroffen.</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>repariert</translation>
    </message>
    <message>
        <source>It can be mended here.</source>
        <translation>Das kann hier repariert werden.</translation>
    </message>
    <message>
        <source>Go back to a backup: File, Backups…</source>
        <translation>Zu einer Sicherung zurückkehren: Datei, Sicherungen…</translation>
    </message>
    <message>
        <source>What you decided</source>
        <translation>Was Sie entschieden haben</translation>
    </message>
    <message>
        <source>What the encoder read</source>
        <translation>Was der Encoder gelesen hat</translation>
    </message>
    <message>
        <source>Small pictures</source>
        <translation>Kleine Bilder</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>Wann und wo</translation>
    </message>
    <message>
        <source>Rows for searching</source>
        <translation>Zeilen für die Suche</translation>
    </message>
    <message>
        <source>Picture files</source>
        <translation>Bilddateien</translation>
    </message>
    <message>
        <source>The library was mended.</source>
        <translation>Die Bibliothek wurde repariert.</translation>
    </message>
    <message>
        <source>A picture may have several categories</source>
        <translation>Ein Bild darf mehrere Kategorien haben</translation>
    </message>
    <message>
        <source>Let a picture have several categories?</source>
        <translation>Ein Bild mehrere Kategorien haben lassen?</translation>
    </message>
    <message>
        <source>As a rule a picture is of one category, and labelling it anew replaces what it was. With several each category is judged by itself, and labelling adds one. By words alone fewer pictures are found then; a few examples of each category help.</source>
        <translation>In der Regel gehört ein Bild zu einer Kategorie, und eine neue Zuordnung ersetzt die alte. Bei mehreren wird jede Kategorie für sich beurteilt, und eine Zuordnung kommt hinzu. Mit Worten allein werden dann weniger Bilder gefunden; ein paar Beispiele jeder Kategorie helfen.</translation>
    </message>
    <message>
        <source>Back to one</source>
        <translation>Zurück zu einer</translation>
    </message>
    <message>
        <source>Let it have several</source>
        <translation>Mehrere erlauben</translation>
    </message>
    <message numerus="yes">
        <source>Of a picture with several labels one stays: %Ln label(s) would go. Undo brings them back.</source>
        <translation>
            <numerusform>Hat ein Bild mehrere Zuordnungen, bleibt eine: %Ln Zuordnung fiele weg. „Rückgängig“ bringt sie zurück.</numerusform>
            <numerusform>Hat ein Bild mehrere Zuordnungen, bleibt eine: %Ln Zuordnungen fielen weg. „Rückgängig“ bringt sie zurück.</numerusform>
        </translation>
    </message>
</context>
</TS>
