<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name />
    <message numerus="yes">
        <source>Label %Ln picture(s) as…</source>
        <translation>
            <numerusform>Label %Ln picture as…</numerusform>
            <numerusform>Label %Ln pictures as…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) to check</source>
        <translation>
            <numerusform>%Ln label to check</numerusform>
            <numerusform>%Ln labels to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask about the %Ln skipped picture(s) again</source>
        <translation>
            <numerusform>Ask about the %Ln skipped picture again</numerusform>
            <numerusform>Ask about the %Ln skipped pictures again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Are these %Ln picture(s) {name}? Take out those that are not.</source>
        <translation>
            <numerusform>Are these %Ln picture {name}? Take out those that are not.</numerusform>
            <numerusform>Are these %Ln pictures {name}? Take out those that are not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What are these %Ln picture(s)? Take out those that do not belong.</source>
        <translation>
            <numerusform>What are these %Ln picture? Take out those that do not belong.</numerusform>
            <numerusform>What are these %Ln pictures? Take out those that do not belong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) looked at</source>
        <translation>
            <numerusform>%Ln picture looked at</numerusform>
            <numerusform>%Ln pictures looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) changed by your last answer</source>
        <translation>
            <numerusform>%Ln picture changed by your last answer</numerusform>
            <numerusform>%Ln pictures changed by your last answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of %Ln near-duplicate(s)</source>
        <translation>
            <numerusform>one of %Ln near-duplicate</numerusform>
            <numerusform>one of %Ln near-duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{place}, %Ln picture(s)</source>
        <translation>
            <numerusform>{place}, %Ln picture</numerusform>
            <numerusform>{place}, %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files and folders</source>
        <translation>
            <numerusform>%Ln files and folders</numerusform>
            <numerusform>%Ln files and folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) selected</source>
        <translation>
            <numerusform>%Ln picture selected</numerusform>
            <numerusform>%Ln pictures selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name a category of %Ln picture(s)</source>
        <translation>
            <numerusform>Name a category of %Ln picture</numerusform>
            <numerusform>Name a category of %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of {name}</source>
        <translation>
            <numerusform>%Ln picture of {name}</numerusform>
            <numerusform>%Ln pictures of {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of {name} selected</source>
        <translation>
            <numerusform>%Ln picture of {name} selected</numerusform>
            <numerusform>%Ln pictures of {name} selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) added</source>
        <translation>
            <numerusform>%Ln picture added</numerusform>
            <numerusform>%Ln pictures added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) known already</source>
        <translation>
            <numerusform>%Ln picture known already</numerusform>
            <numerusform>%Ln pictures known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) known</source>
        <translation>
            <numerusform>%Ln picture known</numerusform>
            <numerusform>%Ln pictures known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out</source>
        <translation>
            <numerusform>%Ln file left out</numerusform>
            <numerusform>%Ln files left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) labelled.</source>
        <translation>
            <numerusform>%Ln picture labelled.</numerusform>
            <numerusform>%Ln pictures labelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) would get a label.</source>
        <translation>
            <numerusform>%Ln picture would get a label.</numerusform>
            <numerusform>%Ln pictures would get a label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation>
            <numerusform>%Ln example</numerusform>
            <numerusform>%Ln examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln counter-example(s)</source>
        <translation>
            <numerusform>%Ln counter-example</numerusform>
            <numerusform>%Ln counter-examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln confirmed picture(s)</source>
        <translation>
            <numerusform>%Ln confirmed picture</numerusform>
            <numerusform>%Ln confirmed pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %Ln labelled picture(s)</source>
        <translation>
            <numerusform>from %Ln labelled picture</numerusform>
            <numerusform>from %Ln labelled pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original(s)</source>
        <translation>
            <numerusform>%Ln original</numerusform>
            <numerusform>%Ln originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln labelled picture(s), {right} would have been named right without their label.</source>
        <translation>
            <numerusform>Of %Ln labelled picture, {right} would have been named right without their label.</numerusform>
            <numerusform>Of %Ln labelled pictures, {right} would have been named right without their label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This rests on %Ln labelled picture(s), each asked as if it had not been shown.</source>
        <translation>
            <numerusform>This rests on %Ln labelled picture, each asked as if it had not been shown.</numerusform>
            <numerusform>This rests on %Ln labelled pictures, each asked as if it had not been shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more labelled picture(s) are needed to see how true the confidence is.</source>
        <translation>
            <numerusform>%Ln more labelled picture are needed to see how true the confidence is.</numerusform>
            <numerusform>%Ln more labelled pictures are needed to see how true the confidence is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where it says {says}, it is right {right} of the time (%Ln picture(s)).</source>
        <translation>
            <numerusform>Where it says {says}, it is right {right} of the time (%Ln picture).</numerusform>
            <numerusform>Where it says {says}, it is right {right} of the time (%Ln pictures).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) look more like another category than the one you gave.</source>
        <translation>
            <numerusform>%Ln picture look more like another category than the one you gave.</numerusform>
            <numerusform>%Ln pictures look more like another category than the one you gave.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other place(s)</source>
        <translation>
            <numerusform>and %Ln other place</numerusform>
            <numerusform>and %Ln other places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other example(s)</source>
        <translation>
            <numerusform>%Ln other example</numerusform>
            <numerusform>%Ln other examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other reject(s)</source>
        <translation>
            <numerusform>%Ln other reject</numerusform>
            <numerusform>%Ln other rejects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln category(ies)</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) would get another best category.</source>
        <translation>
            <numerusform>%Ln picture would get another best category.</numerusform>
            <numerusform>%Ln pictures would get another best category.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln example(s); with {bound} it is right much more often</source>
        <translation>
            <numerusform>It has %Ln example; with {bound} it is right much more often</numerusform>
            <numerusform>It has %Ln examples; with {bound} it is right much more often</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of a picture with several labels one stays: %Ln label(s) would go. Undo brings them back.</source>
        <translation>
            <numerusform>Of a picture with several labels one stays: %Ln label would go. Undo brings them back.</numerusform>
            <numerusform>Of a picture with several labels one stays: %Ln labels would go. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
</TS>
