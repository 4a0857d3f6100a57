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
        <source>What can be done with categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A category is a word or two: type heron, press Return, and every picture is compared with it.

Where words are not enough, drop a few pictures on the category.</source>
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
        <source>Select some, then press {key} for {category}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is selected.</source>
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
        <source>The file is not where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the folder it lies in now; its labels are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label as</source>
        <translation type="unfinished"></translation>
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
        <source>Labelling pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking pictures</source>
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
        <source>Export labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written before you say so. Your pictures stay as they are, unless you choose to move them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours, and automatic ones for the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic ones alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most about 1 in {number} wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure automatic labels must be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How files are named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With their whole path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the folder of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures without a label too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With who said so, how sure, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what would be written…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write over “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, move {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was kept.</source>
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
        <source>No picture would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} from others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {pictures} would move: {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your confirmed pictures change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} would change</source>
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
        <source>orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indigo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what would change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{target}” gets all that “{source}” is known by: {examples}, {rejects} and its names. “{source}” goes. One Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {source} into {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures stay; what you said of it goes: {examples}, {rejects}. What lies under it moves one up. One Undo brings all back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upper pictures stay. The lower ones become a category of their own. Click one to move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name, like foal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the second category is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay {name}: {examples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go: {examples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name to see what would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour and key of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key that another category has is swapped with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {key}, of {name} now</source>
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
        <source>How often it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures by category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is confused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels that look wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets that hold the right category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full colour: yours. Lighter: likely. Pale: unsure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights need pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will see how they are sorted, and how far to trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights need categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type one, and every picture is sorted at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights will be here as soon as the encoder is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels are being checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>from %Ln labelled picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: every labelled picture would have been named right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label pictures, and this says what is taken for what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A set of answers shall hold the right category {level} % of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label pictures, and this says how often a set of answers holds the right category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{yours} yours, {likely} likely, {unsure} unsure</source>
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
        <source>Category</source>
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
        <source>Nomina samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} written to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of {pictures} written beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} moved to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} could not be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} could not be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest was taken. Undo takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could not be taken</source>
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
        <source>{title}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in “{folder}”: {pictures} added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in “{folder}”: {pictures} added, {files} left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in “{folder}”: {files} left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Nomina went wrong: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a bug of ours; your library is as it was before. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) known already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) known</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{number} not sure enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} labelled by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) labelled.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) would get a label.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left alone: {pictures}.</source>
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
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln counter-example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln confirmed picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} h</source>
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
        <source>WATCHED</source>
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
        <source>{folder} (not there)</source>
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
        <source>Adding pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for near-duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pictures again</source>
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
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sidecars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} moved back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what was not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving pictures back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} in {categories}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} without a label are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the last time: {added} new, {changed} changed, {removed} gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more words for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {name} under…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {name} into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has too few examples to split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it some of both kinds first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Nomina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All work stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New library: name its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chosen row is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file or folder, or drop it here. Nothing is written before you say so, and one Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table, a folder for each category, sidecars, a category pack…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of pictures that are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels, and pictures that are not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of the categories alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A category of a name that is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the same one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic labels too, as a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They take the place of yours where they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find moved pictures by their file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of several categories of a picture, take the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what there is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it that is not here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed about them. Mend or convert them, then drop them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that would be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the first of these pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the first pictures would be moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be written, of the first pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} goes to {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are compared with all of these. Your labels and examples stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name says how it looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without this only its examples count, as for “batch 7”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change colour and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another name for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ what it is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it looks, in a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter-examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a category to see its words and pictures here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour and key of {name}, {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all: {title}, {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked as if they had not been shown, {right} of {asked} examples look more like it than like others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” puts an example above another picture {times} times in 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an example of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {name}, you said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies on the web cannot be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it to a file first, then drop that file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is no file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text cannot be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or folders of pictures. Categories are typed at the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files and folders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories that get more words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that are added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels that are here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that are not in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic labels that are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move, scroll to look closer, hold Shift and drag to draw around pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a category to make of the selected pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name a category of these %Ln picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the colours of the map stand for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter selects the pictures of a group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that look alike lie together. Arrows move the map, plus and minus zoom, Home shows all of it. Page down selects the pictures of the next category in the list beside it, Page up those of the one before; 1 to 9 label the selected ones, Enter shows them in the gallery, Escape selects none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map needs pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of them becomes a point, and pictures that look alike lie together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map will be here as soon as the encoder is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is being laid out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures appear on it when they have been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of {name} selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the map (hold Shift and drag to draw around pictures)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select with a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select by drawing around pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look from farther away (−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look closer (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole map (Home)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by words, or drop a picture here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by words or by a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pictures like “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library and menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {step} (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {step} (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name of the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {name} at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {name} under {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {what} as examples of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {what} as an example of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{examples} examples, {rejects} counter-examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}, Delete takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How true the confidence is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sure it says it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label a few pictures, and this says how often the best category is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between {low} and {high}, as far as these pictures tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln labelled picture(s), {right} would have been named right without their label.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They were drawn by chance, so the others are about as easy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are those you chose to label: the others may be easier or harder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too sure of itself: says {says} on average, and is right {right} of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is more careful than it needs to be: says {says} on average, and is right {right} of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be taken at its word: says {says} on average, and is right {right} of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This rests on %Ln labelled picture(s), each asked as if it had not been shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Labels of a second category are needed to see how true the confidence is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more labelled picture(s) are needed to see how true the confidence is.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where it says {says}, it is right {right} of the time (%Ln picture(s)).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{said} taken for {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label looks wrong: each picture fits the category you gave it best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) look more like another category than the one you gave.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{least} examples or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} to {most} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few labels to rule any category out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {all} labelled pictures; a set has {size} categories on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no place is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file is not where it was; its labels are kept. Add the folder it lies in now, to see it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it, or each pixel (Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be shown: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worth a look for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} are most worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right much more often with {bound} examples; it has {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{examples} unlike the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two looks inside: {examples} would make a category of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words mean nearly the same as those of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the examples of both look like {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words do not fit its examples: right {times} times in 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}”, as your files are called, fits better: {percent} % against {own} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a category, like heron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a category without these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the folder “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↵ label {name}   ⇧↵ new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↵ show {name}   ⇧↵ new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A confidence of {0} is not between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of a timm model holds {0} and {1}, as the hub stores them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A level of {0} is not between 0.5 and 0.999.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pair cannot be part of a pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A probability of {0} is not between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search for {0} pictures finds none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight of {0} is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight of “{0}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept one picture as shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {0} pictures as shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add more: it helps from {0} pictures on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one first, like heron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one first; then a picture can be of none of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the folder first, or check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the size, mean, std, interpolation and resize_mode that it was trained with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add them with --add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree to that (--drop), or take labels away until each has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encoder has no option “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for one at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for one or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 1 in {0} wrong is no promise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both encoders of the pair are {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the mark of “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the words of “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its quotes, or save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and permissions of its folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file by its whole path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file of JSON, or another --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that Nomina wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that holds none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that holds them: timm:/path/to/folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that holds {0} and {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is empty or not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with {0} (open_clip) or {1} (timm) and the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder, a state or a category, or type words; then save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model or the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a target elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another encoder to compare wordings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file or --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or remove this one yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or restore it from backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or change that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name; originals are never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of 1 to 9, or 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the files by its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose others, or all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose some of its examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a timm model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds that file and the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that your pictures come to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other Nomina window or command first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what uses it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm at least {0} pictures in two or more categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete its folder yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export from Label Studio as JSON, or name another --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again from CVAT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export with --option how=copy or how=symlink, or to a folder on that disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export with --option how=copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the examples of “{0}” that came in a pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the labels{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the search “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found {0} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give 2 or more, like 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a folder of FiftyOneImageClassificationDataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a folder of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a folder that holds one folder of pictures per category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a folder with some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give another picture, or words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each once, as in starter?views=flip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give examples instead, or use it beside an encoder that does: pair:starter+{0}NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give examples instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a head like file,category, or name them: --option file=COLUMN --option category=COLUMN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it {0} examples at least, and let there be other pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one a word, or show examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one like 0.8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one like 0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one word, like auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give picture files, or a folder that holds some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give south, west, north, east in degrees: 43.4,11.8,43.5,11.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the earlier day first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the file that the export named: it ends with .moves.jsonl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the first encoder&apos;s share, as in ?weight=0.3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to an earlier version of what counts as near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouping near-duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Nomina again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: pip install &apos;nomina[parquet]&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: pip install {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: pip install “nomina[labels]”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the pinned versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install them: pip install scikit-image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install them: pip install {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not clear what “{0}” is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join them, rename them, or leave them out: --same-name join, rename or skip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it below {0}: one sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it below {0}; say more in the description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label pictures of another one too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label some pictures first, or switch without comparing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {0} like the pictures they repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {0} not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {0} pictures automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {0} {1}“{2}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {0} “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning what counts as near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the target away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a picture have one category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a picture have several categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let folder, date, camera and place count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let folder, date, camera and place count no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the encoder at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again, and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it with --dry-run first, then say so with --move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a category of them, to find them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one per category, named after it, with pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one there (nomina init), or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, choose another disk, or export links instead of copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder writable, or copy the library to a place that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make “{0}” of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megabytes fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “{0}” into “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move them back first, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move with --one, or copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “{0}” out first, or choose another category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “{0}” to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “{0}” under “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file or folder in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another --format, or another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name its --format: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file or folder to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name two single encoders: pair:FIRST+SECOND.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name {0} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No category is known by anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture of the library lies in “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these pictures is in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of these pictures yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is labelled yet, so nobody can say which encoder is more often right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was kept. Update the package, or tell its author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet needs pyarrow, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet needs pyarrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put an {0} beside the file and choose the file by its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put tokenizer.json and tokenizer_config.json of “{0}” into the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {0} beside its config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read pictures again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pictures with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{0}” to “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report this as a bug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from its backups folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back run {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the search “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say --replace to write it anew, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say --replace to write over it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whose recipe it is, as in open_clip:{0}/{1}:/path/to/file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with --base where their paths start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search with a picture instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See them with --dry-run, or leave --strict away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See those there are: nomina encoders list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show examples of “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is not “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that “{0}” needs is not there any more. Nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split 80/20 or the like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split “{0}” from “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take ?weight= away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in one new picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in {0} new pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one of the two away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config of {0} cannot be built: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description has characters that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description has {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of {0} was damaged on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder answered {0} instead of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder failed: {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder stopped unexpectedly{0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder “{0}” of “{1}” could not be loaded: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library could not be written: {0}. Nothing of “{1}” was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has none of the pictures that “{0}” names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has {0} already, so nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{0}” cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{0}” is open elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{0}” was written by a newer Nomina ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of runs has those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of watched folders has those that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has characters that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The options “{0}” name one twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package {0} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preprocess_cfg of {0} is not one that open_clip knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report compares categories that exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report needs cleanlab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample pictures are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter&apos;s data file is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table does not say who made its labels, so all of them count as yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target&apos;s disk takes no {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The templates in {0} must be a list of texts with one {} in each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of {0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} hold something else than numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “{0}” do not fit the config of {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “{0}” do not fit {1} of {2}: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} examples in the pack were left out, because “{1}” read them and “{2}” is at work here; the words were taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are examples of fewer than two categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no categories to label with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no categories yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures whose folders and dates could be counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no views “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: {0}; as in starter?views=flip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a category “{0}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no category “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device “{0}” here that the encoder can run on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoder “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no export format “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import format “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no readable {0} in “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such box on the globe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no version {0} for this encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no weights file “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to import in “{0}”.{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is “{0}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is: {0}. Or choose “auto”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are all examples of “{0}”: none would be left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not examples of “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures are not what a search finds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This category is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is not watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format writes beside each picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is not in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture was not read by the encoder yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This search is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would move your original pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few pictures tell how good a wording of “{0}” is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when this machine is online, or choose a folder that holds the model (open_clip:/path/to/folder, timm:/path/to/folder), or use the starter that comes with Nomina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, `nomina doctor` tells what this machine has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word or two, like heron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word or two, or give a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Nomina to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Nomina to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update or remove it: pip uninstall {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the package, or choose another encoder: nomina encoders list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it alone, or name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views are asked for twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is read, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until they are read, then say it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for other work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch “{0}” no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without --report it works with several too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write ?views= once: at the end it is for both encoders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like #E69F00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one name a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write pair:FIRST+SECOND, as in pair:starter+timm:/a/folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the shares of train, val and test, as in 80/10/10 or 80/20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YOLO needs pictures to train on and pictures to validate with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`nomina doctor` tells what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an export lies there; name this very folder if you want its copies too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a document type, which Nomina does not read because it may name other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0} GB; Nomina reads files up to {1} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged XML ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no XMP: it has no RDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is written in {0}, not in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its XML is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its category is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its file has changed since it was read; add it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its folder may not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its label is not among the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its picture is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sidecar “{0}” cannot be written: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sidecar “{0}” was left alone: another program is writing it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sidecar “{0}” was left alone: it is a link or no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sidecar “{0}” was left alone: it is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sidecar “{0}” was left alone: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0}:{1} is not written as one list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open_clip has no weights “{0}” for {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open_clip knows no model “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open_clip states {0} to prepare pictures for {1}, so the file alone is not enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pip install &apos;nomina[parquet]&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the encoder gave no usable numbers for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory to decode it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm knows no architecture “{0}” of “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm knows no model “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot take a picture: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit into the memory of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not give one row of features a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not give the numbers that its config states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not state how pictures are prepared for it: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed on {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is at work already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is before {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not on this machine and could not be fetched from “{1}”: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} know no words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} knows no words, and the words of a pair are the first one&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} knows no words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} labels are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} labels are too few to refine with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} labels are too few to tell what it is worth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may have several weights; say which ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} none of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pictures are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pictures are too few to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} several categories: {1} labels would go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} things in “{1}” cannot be taken as they are, so nothing was imported.{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be both a name of “{1}” and what it is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be made: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be merged with itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be moved into several folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be read as Parquet: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be read safely as weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be used: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be written: the disk is full. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be written: there is no folder “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot lie under itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot lie under “{1}”, which lies under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” could not be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not lie under “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not state a timm architecture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not state preprocess_cfg, so nobody knows how pictures are prepared for the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not state pretrained_cfg as timm writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not state {1} under model_cfg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no column of files and one of categories; it has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no column “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no folders in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no option “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no readable {1}, so it is not a model of open_clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no {1} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds an earlier export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds no model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds no names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds originals that were moved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds pictures of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds several weights files: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a TorchScript program, not plain weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a damaged category pack ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a database of another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a file, and this format writes a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a library already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a picture of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is damaged in line {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is damaged: it is not the {1} it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is damaged: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is in the library&apos;s own folder, or holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is larger than {1} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no COCO: it lacks images, categories or annotations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no JSON{1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no category pack, or is damaged: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no category pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no category pack: it holds other things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no choice for {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no choice here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no journal of moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no keyword.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no list of objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no list of tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no whole journal of moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a Nomina library, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a kind of weights file that Nomina reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a pair of two encoders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not of CVAT: its XML is &lt;{1}&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is one encoder, so there is nothing to weigh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is the library&apos;s own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is too large: its {1} grows beyond {2} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” lacks the tokenizer that its {1} asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” lies on another disk than the target, and hard links cannot reach across.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” says no split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was changed since Nomina wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not fetched by Nomina, so Nomina does not delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was written by a newer Nomina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” would belong to “{1}” too; use name=full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pictures in these folders are added while this library is open, once they have stopped changing. Pictures that come while it is closed are added when it is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add only, label nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label too. {promise}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}: cannot be looked at now, {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a picture to see what it may be, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the encoder ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHY {category}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they are said to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you said so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you said no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ yours: {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure: {first} or {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few labels yet to say which categories are ruled out at {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {level}: none of your categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {level}: {categories}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln other example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the words for what it is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln other reject(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>an example from a pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this picture itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what is new in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
