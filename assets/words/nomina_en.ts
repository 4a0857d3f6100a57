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
</context>
</TS>
