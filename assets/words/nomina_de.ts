<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Show {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{action}” has this key now. If you use it here, that one loses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the field, press a key, then Use. An empty field means no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept for you, not for one library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New category “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Label %Ln picture(s) as…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All pictures ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown now ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture gets its best category where that is sure enough. What you labelled stays. Nothing is written before you say so, and one Undo takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure a label must be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are being added. You can close this: Nomina goes on, and tells you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most about 1 label in {number} wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each at least {percent} % likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} of {all} would get a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They take the place of {number} of earlier runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, the least sure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was dropped ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would become of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{letters}” in the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest to “{wanted}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near-duplicates of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled by you, stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“heron” is typed, and each picture says whether it is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↵ new category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled pictures like it: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like these of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture {number}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that look alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about several pictures that look alike at once (G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) to check</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for pictures like it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again to change it, or go on with →.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the label away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them are {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is being opened…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then name what you want to find in them, and Nomina will ask about those it is unsure of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add some pictures first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pictures will be here in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can type categories already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has no pictures yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files and folders anywhere in this window. They stay where they are; Nomina only reads them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures in “{shown}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture meets all of these conditions: take one of them away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a category, or show a few examples, and pictures will come here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word is enough: Nomina sorts the pictures by it, and asks here about those it is unsure of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a category first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the encoder nothing is known of your pictures. Choose another one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder is getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions will come in a moment, by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing the most telling pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pictures that you skipped are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ask about the %Ln skipped picture(s) again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Each label fits its own category best, judged without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label of yours looks wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to ask about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be shown: {reason}. You can answer all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this really {first}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this {first} or {second}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said {said}. Judged by your other labels it looks more like {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomina is not sure of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands out: none of these, or a category that is not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands for many pictures like it that nobody has looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by chance, to see how often Nomina is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Are these %Ln picture(s) {name}? Take out those that are not.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They look alike, and Nomina takes them all for the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What are these %Ln picture(s)? Take out those that do not belong.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They look alike, and nothing stands out for any of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said: not {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made a category of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said: none of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You kept your label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You took your label away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You skipped this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) looked at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Accuracy not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is estimated from the pictures that you answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy about {share} % ({low}–{high} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {counted} pictures drawn by chance; the true share is nearly always between the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of the {counted} pictures that you labelled, which may be harder or easier than the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) changed by your last answer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{unsure} unsure, {none} none of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a library of {things}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {what} to {library}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {what} and label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each time pictures were labelled automatically is a run. Rolling one back takes all its labels away, except those that you confirmed since. Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures were labelled automatically yet. “Label all…” does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each label at least {percent} % likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOLDERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAVED SEARCHES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name or drop a few pictures, and your whole collection is sorted by it. No training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it happens on this computer. Your pictures stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of its own for what you teach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of one you made before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some twenty pictures that come with Nomina, and a few categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop pictures and folders anywhere here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for near-duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the rail at the left. New pictures that meet its conditions are in it by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2019 or 2019-05-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, like IMG_20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the date the camera wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a year, a month or a day: 2019, 2019-05 or 2019-05-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most sure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closest call first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most like the selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near-duplicates as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {library}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away: {condition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>one of %Ln near-duplicate(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{place}, %Ln picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
