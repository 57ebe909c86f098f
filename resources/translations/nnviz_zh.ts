<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Already presenting: only Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange the panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what the cue had brought, whatever has been done since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black for the audience, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the value…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message, or leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dim all but what the pointer is at; + − or the wheel change its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the examples by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the mouse; what is drawn stays with the cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English, 简体中文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow another example of the batch through the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the example on screen from iteration to iteration, or stop following it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the previous example of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the weight or bias that is picked, or let it train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze, or train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen, large type, panels out of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back by one parameter update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the normal type size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to where this iteration begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward by one parameter update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward until every training example has been used once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go one step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go one step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock out, or bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lecture; what is on screen stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List every key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the scenes of the lecture, to go to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the training speed, down to one iteration a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the hidden unit that is picked output 0, or let it work again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, time and what comes next in a window of their own, or away again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a text: the next picture that opens a scene again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One iteration back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer at a time: black, pen, light, list, panel, back to the script, presenting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step is a phase: one formula for a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step is a whole iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step is one term of a unit&apos;s sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step is one unit of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lecture beside the window; F5 gives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment file or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the picture that Tab has led to; else the next cue or step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play more slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play through the iteration, or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present what is on screen; the time of the lecture counts from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print every weight on its edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the training speed, up to full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the parameters of the epoch with the lowest validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to the script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all settings of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all of the stage again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See larger what the pointer is at; drag to see what is beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See more of the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds and rates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show each step at once, without movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in each unit how it responds over the input plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show numbers with one digit fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show numbers with one digit more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide how good the network is on each part of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide how the signals grow or shrink from layer to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the data and what the network predicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the data, the network and the training settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the examples as each layer sees them, and how well a straight line does there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the loss curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide what each unit has learned, and the one matrix that linear layers amount to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide where on its curve each unit works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide why a number is what it is: chain rule, blame, update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the batch&apos;s mean in place of an example, or an example again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the panels&apos; title bars, to move, float or close them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again from new random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again from the same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the stroke back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audience goes on seeing this while you go elsewhere, and all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of the next scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of the scene before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cue before, or the step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cue or question before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next cue of the lecture, or the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next cue or question of the lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next scene of the lecture, or the next iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scene before, or the iteration before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage to the other screen, and the console to this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scene from its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour of a lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour: backpropagation by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour: hidden layers and backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train more slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the experiment with many seeds or learning rates, side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train two experiments side by side that differ in one thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train without stopping at each step, or stop training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a new value for the weight or bias that is picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change, and go to where it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe away all that is drawn on this cue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe away what the pen has drawn last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 0,5 instead of 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the experiment into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>flat: g′ ≈ 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArchitectureLine</name>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The units of each hidden layer, without inputs and outputs: 8-8-2. 0 for no hidden layer. Arrow keys change the number at the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>Not quite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AxisChoices</name>
    <message>
        <source>Input across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Backstage</name>
    <message>
        <source>Stage: {0} ({1} × {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before {0}, after {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BestSwitch</name>
    <message>
        <source>Show what the network does with the parameters after the update on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the network does with the parameters of the best epoch on held-out data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose parameters are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BiasRow</name>
    <message>
        <source>bias of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlamePage</name>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a unit: this shows which next-layer units its error comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout silences it here: this is the loss without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is knocked out: this is the loss without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes no difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L without {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax couples the outputs, so each δ contains the errors of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error passes back through the curve of the output: it is multiplied by the slope there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network would be better without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope of a linear output is 1: δ is the error itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope of a linear output is 1: δ is {} times the error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope of the output cancels against the logarithm&apos;s: only the error ŷ − y is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knocked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own g′ = 0: no error passes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = weight × next δ × own g′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = weight × next δ × own g′ × mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silenced here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight × next δ × g′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight × next δ × g′ × mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} = sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} × mean of δ g′</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Drawing board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only classes have labels that can be wrong: here numbers are predicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {} points already, and no room for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a point</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardPlane</name>
    <message>
        <source>Click to put a point down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>painted wrong, was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChainRulePage</name>
    <message>
        <source>A factor is 0, so this path contributes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a weight in the diagram, a line between two units, to see its gradient taken apart, factor by factor from the loss back to it. Click a unit to see its bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped: the whole gradient&apos;s norm is {norm}, so the update uses {factor} × this: {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the batch&apos;s {count} examples: {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the batch, clipped (norm {norm}, so × {factor}): {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leads to an input, so it has no weight of its own. Click a line that leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This example is not in the batch. The batch&apos;s mean: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is {}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over the {} examples of all that differs between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} paths lead from {weight} to the loss; their products add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} is selected, so this is about its bias {bias}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} paths; their products add up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesLine</name>
    <message>
        <source>1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to “{origin}”, in a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set all back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that differ from “{origin}” have a dot and a bold name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClaimRows</name>
    <message>
        <source>What this scene claims, and what is measured on the stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassPalette</name>
    <message>
        <source>Add class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassRow</name>
    <message>
        <source>Draw points of class {} (key {})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {}, {} points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--cue is one of a lecture&apos;s --scene, and none is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--language: invalid choice: {value} (choose from {names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--scene: there is no scene &quot;{scene}&quot;; known: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set and --train are about an EXPERIMENT, and {experiment} is a lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set and --train are about an EXPERIMENT, and {name} is a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set overrides fields of an EXPERIMENT, and none is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{name} is about an experiment; the state of a cue is what its scene says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; and of the view, for example view.panels=[&quot;data&quot;] or view.pick=W1[0,1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; several values, with commas between them, are tried in turn, each with those of the other fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the best parameters are back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A claim is of the left or the right network, or of right/left or right-left, after a cue. What a metric is
about, the claim names: pick = &quot;W1[0,1]&quot;, layer = 1 (0 is the inputs) or batch = 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training that diverges says so, writes what it has, and exits with status 1.
In JSON, numbers that are not finite are the texts &quot;NaN&quot;, &quot;Infinity&quot; and &quot;-Infinity&quot;;
figures of an empty part of the data are null there and empty cells in CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXPERIMENT is a lecture: which of its scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each problem is a line on standard error with its file, field and reason; the exit status is then 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: nnviz sweep circle --seeds 20 --set training.learning_rate=0.01,0.1,1 --csv out.csv
             nnviz sweep circle --set network.hidden=[4],[8,8] --set training.optimizer=sgd,adam

The column &quot;seed&quot; is network.seed. A network that diverges is a row like the others, with the stop reason
diverged and its figures as they were; the exit status is 0. Ctrl-C keeps the networks that are done:
their rows are written, and the exit status is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are written so that they read back to the same bits. JSON has none that are not finite:
a diverging run writes them as the texts &quot;NaN&quot;, &quot;Infinity&quot; and &quot;-Infinity&quot;, which float() reads;
its trace ends with the iteration that diverged, and the exit status is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down goes on, Page Up goes back, Shift with them from scene to scene; . is black, Esc leaves.

&quot;nnviz lecture list&quot;, &quot;lecture check&quot; and &quot;lecture metrics&quot; tell of lectures without giving them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PySide6 6.12.0 aborts on Python 3.11: {executable} -m pip install &apos;PySide6-Essentials&lt;6.12&apos;, or use Python 3.12 or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt needs system libraries that are missing here ({names}); install them: {install_command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The products of the paths and the penalty&apos;s part sum to the gradient, before any clipping. For the mean
over a batch, the factors that differ from example to example are one, called &quot;mean&quot;. Where there are more
than 10,000 paths, the largest are listed, and &quot;rest&quot; is the sum of the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a neural network train, one iteration at a time, with true numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured is the median over a claim&apos;s seeds; the claim holds where as large a share of them as it
says is within its bound. Exit status 1 if one falls short, 2 if something is wrong with the lecture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a command comes first: &quot;nnviz {name} ...&quot; (a file of that name is ./{name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file, or a built-in experiment (&quot;nnviz list&quot; names them)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file, or a built-in lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file, or a built-in lecture; usually {usual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after cue {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an example, by its place in the batch, from 0 (default: the mean over the batch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin with this scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close by itself after so long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deliberate fault in the data: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deliberate faults in the data: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw the window&apos;s picture into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected FIELD=VALUE, got &quot;{text}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected LAYER,TO,FROM, for example 1,0,1, got &quot;{text}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected WIDTHxHEIGHT, for example 1280x720, at most {largest_side} pixels a side, got &quot;{text}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number from 0.5 to 3, got &quot;{text}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number of seconds ≥ 0, got &quot;{text}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a whole number ≥ {lowest}, got &quot;{text}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falls short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for students: beside the window, every control live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a lecture, with a clicker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how large the type is, 0.5 to 3 (default: 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many iterations (default: 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a window, for a call that shares one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal: {name}: {error} (NNVIZ_DEBUG=1 shows where)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid choice: {value} (choose from {names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the scenes of a lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scene of it can be given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: {source}: {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on closing, write what nnviz measured of itself, for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on closing, write what was shown, and how long each cue took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>override one field, for example training.learning_rate=0.5; the value is written as in a file, quotes around a single word may be left out, and no value at all brings the default back{more}; may be given several times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say whether an experiment or a lecture is valid, and if not, each problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this help and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard output: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the gradient of one weight apart, path by path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test, how often each class (row) was taken for each (column):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the display &quot;{display}&quot; does not answer: {without_display}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first iteration (default: 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the following arguments are required: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run ends after {iteration} iterations: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the seeds of weights and batches count from here (default: 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the theme (default: light)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window needs a display; without one, &quot;nnviz render&quot; draws the same picture into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no display: {without_display}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train at most so many epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train each combination K times (default: 1): network.seed and training.seed as they are, and then each 1 more; the data stays the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train many networks: every combination of some settings and seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train the networks of a lecture and test what it claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train, and write how it went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrecognized arguments: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is spoken: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the claims of a lecture can speak of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what there is: experiments, data sets, activations, losses, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which cue of the scene (default: 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which iteration (default: 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which phase of it: x, z1, a1, ..., L, delta2, dW2, ..., update (default: update, the whole iteration)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which weight: its layer (1 is the first hidden one), the unit it leads to, and the unit or input that it comes from; units count from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width and height in pixels (default: 1920x1080)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a row for each claim: measured, bound, share of the seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a row for each network: settings, seed, losses, scores, how it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write every number of some iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write losses and scores, a row for each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the final figures, the best epoch, why it stopped, and the whole experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the list as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the picture, a PNG, or by the file&apos;s ending an SVG or a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the same as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{argument}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{debian} (Debian, Ubuntu) or {fedora} (Fedora)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epoch:,} epochs, {iteration:,} iterations: {message}{back}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lecture}: {short:,} of {verdicts:,} claims fall short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message} (see &quot;{program} --help&quot;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}, {parameters:,} parameters, {examples} to train on, {validation:,} to validate, {test:,} to test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{output}: the result would overwrite the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out}: pictures are PNG, SVG or PDF files, not &quot;{suffix}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{results:,} of {members:,} networks are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{results:,}/{members:,} networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is a lecture: --scene says what of it is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: --from {start}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: interrupted: {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: valid: a lecture, {scenes}, {minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: valid: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: {minutes:g} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {widths}, {parameter_count:,} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted}: only one result can go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}; &quot;-&quot; is standard output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true ↓ pred. →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Black (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen (Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On screen · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On screen · {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cue {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for all {0} seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0} of {1} seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the beginning, the same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nnviz – console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of layer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question before cue {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right / left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right − left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trains {0} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} updates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>The screen is blank</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvePage</name>
    <message>
        <source>An error on its way back is multiplied by {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a unit to see the curve of its activation, and where on it the unit stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout silences this unit here: it outputs 0 whatever z is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means over the batch: the mean of g(z) is not g of the mean z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means over the batch: the mean of softmax(z) is not softmax of the mean z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax couples the outputs: they sum to 1, so a larger z of one takes from all the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This unit is knocked out: it outputs 0 whatever z is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With dropout it outputs {0} × g(z), and passes back {0} × g′(z).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesCard</name>
    <message>
        <source>1 epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal distances are equal ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T continues, R restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different losses: compare their shapes, not their heights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the curves are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs: {} left, {} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · iterations: {} left, {} right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataEditor</name>
    <message>
        <source>, edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All points are of one class: there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All points have the same number: there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click adds a point, drag moves one, right click removes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag gives the points under the brush the chosen class or value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag paints label noise on: points under the brush get the label of the next class, and a cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag removes the points under the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag sprays points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No points of class {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The features need other inputs: the points go in as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s weights no longer fit: new ones are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data has {count} inputs. A board has room for one or two: it cannot be edited by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data has {count} numbers to predict for each example. By hand, there can be one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a validation part there is no early stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erase points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paint wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recolour points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spray points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no points yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} classes are too many to be edited by hand (at most 10).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples are too many to be edited by hand (at most {most}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}”, the input in another unit, is gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataEditorDialog</name>
    <message>
        <source>1 label painted wrong ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point&apos;s height is its class: each class has a lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point&apos;s height is the number to predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows move a crosshair (Ctrl: with the point there) · Enter uses the tool · Delete removes · 1–9 choose the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows move a crosshair · Enter uses the tool · Delete removes · 1–9 choose the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows: crosshair · Enter: tool · Delete: remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all points (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less, larger (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more around the points (−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a new run once there are points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a new run with these points (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a new run with {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These points cannot be used: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing would be lost. Close again to discard it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn at random by the data&apos;s seed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted, not drawn at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start from {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y of new points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Here is an empty board.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} labels painted wrong ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to train on, {} to validate, {} to test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>2 of {} inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow this example from iteration to iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the left the raw input, on the right what the network gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the left the raw input, on the right what the network gets: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples appear here, each in its place, over what the network predicts there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boundary ŷ = {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours: y₁ of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitted curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction ŷ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw → input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standardised by the training part&apos;s mean and deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the batch&apos;s {} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of the batch&apos;s {} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} drawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPictures</name>
    <message>
        <source>Load the worked example: one example, two hidden units, known weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this data; the network and the training stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPlot</name>
    <message>
        <source>Data plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ŷ now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>Backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network appears here as soon as an experiment is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ep {epoch} · b {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch} · batch {batch}/{batches}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every weight follows its averaged gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every weight takes a small step against its gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything is frozen: nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ex {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example {number} ({example}/{examples})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example {number}, not in this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knocked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {examples} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one example enters the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silenced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>term {term}/{terms}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the error signal δ starts at the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the prediction is compared with its target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {unit}/{units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w × input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is not frozen takes a small step against its gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{example}, pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} passes its sums through {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} passes its sums through {activation}; dropout silences some units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} sums its weighted inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ flows on to {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ leaves the output and reaches {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ × input gives the gradient {symbol}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagramView</name>
    <message>
        <source>Network diagram</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferencePicker</name>
    <message>
        <source>Cannot change on the right:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change on the right:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to change on the right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dropped</name>
    <message>
        <source>“{}” has no ending: nnviz opens experiments (.toml) and tables (.csv, .tsv, .xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is an Excel file of the old kind: save it as .xlsx or as .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is neither an experiment (.toml) nor a table (.csv, .tsv, .xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch&apos;s weights restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on after the stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} knocked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} parameters frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} parameters train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} trains again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>  format: {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  inputs: {count:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  left out: {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  mind: {warning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  target: {target}, numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  target: {target}, {classes} classes: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (its first row is no header)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (where {names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> for example {example}, where {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> from {ge:g} to {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> since training went on at epoch {waits_from}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> without the {dropped:,} that lack a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has another text in every row, so it only names the rows: {leave_out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has exactly {examples} examples, got {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has {most:,} examples, got {examples:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has {names:,} classes: at most {most_classes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds dates, which are neither classes nor numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds dates, which cannot be inputs: {leave_out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds {many} (at most {most_categories}): {leave_out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds {text} in row {row:,}: expected a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is &quot;{found}&quot; in every row: {leave_out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is empty: left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is empty: {leave_out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is {numbers:g} in every row: nothing to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is {numbers:g} in every row: {leave_out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; only counts the rows, yet is an input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot;: a weight is W[to,from], a bias is b[unit]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot;: inputs of this layer count from 0 to {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot;: layers count from 1 to {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, but the text ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, got {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {missing:,} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; did you mean &quot;{name}&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; known: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; known: {names}, and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel, sheet &quot;{sheet}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a damaged Excel file: it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a damaged Excel file: it cannot be unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of {item_types} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of {plural}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of thousands of digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a power is written ^</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a smaller learning rate than {rate:g} may help, training.learning_rate = {smaller:.1g} for example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sweep of {count:,} networks is too large (at most {most_members:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a term is one of a unit&apos;s, and no unit is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {epoch} epochs are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an Excel file of the old kind (.xls): save it as .xlsx or as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {largest_number:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most 100 classes, counted from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {largest_number:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {most_features:,} features, got {inputs:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {most_hidden_layers} hidden layers, got {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes count from 0, got {labels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns separated by {separator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curves over one raw input: this data has {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data.faults.scaled_input is on, and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean {best}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean {joined}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged at iteration {iteration} (epoch {epoch}): {place} went first beyond what numbers can hold; {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every row has its own class in &quot;{name}&quot;: nothing repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected &quot;{symbol}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected +, -, *, / or ^</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a finite number, got {value:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a name such as &quot;W1&quot;, &quot;b2&quot;, &quot;W1[0,2]&quot; or &quot;b1[0]&quot;, got {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number, a column or a function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at least one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at least one seed, got {seeds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at least one value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at most {largest_scale:,.0f}, got {scale:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected either whole numbers (classes) or rows of numbers throughout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one name, or one for each hidden layer ({layers})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one number, or one for each hidden layer ({layers})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one number, or one for each layer, the output&apos;s last ({layers})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected the name of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {blocks}, one for each layer, got {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {expected}, got {shown_table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {numbers}, got {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {numbers}, one for each input, got {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {numbers}, one for each raw input, got {centre}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {numbers}, one for each unit, got {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {reason}, got {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {rows}, one for each unit, got {W}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give either file or the examples x and y, not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give either source or file, not both (--set data.source= takes the source out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give either source or the examples x and y, not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it several values, or ask for {seeds}, but not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {value:.3g} (at most {largest_number:g})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header in the first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not defined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes the logarithm of a probability for each unit on its own, which only a sigmoid output gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations count from 0, got {iteration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known here: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer} is not linear but {name}: it does not collapse into the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer}: expected 1 to {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers count from 1 to {highest}, got {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers {first} to {last}: expected a run of layers from 1 to {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate: expected a finite number &gt; 0, got {rate:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out by naming the others in data.features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists of {plural}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {most_rows:,} rows: too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name at least one feature; left out, the raw columns are the inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the column that is to be predicted; there are{unnamed}: {listed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a validation part: data.split leaves none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply (at most {deepest} levels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no built-in experiment {name}{suggestion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column is left to learn from beside the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column {name}{suggestion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data: name a source or a file, or give the examples as x and y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file and no built-in experiment of that name{suggestion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no function {text}{suggestion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no header: columns are called x1, x2 and so on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no phase &quot;{label}&quot;{suggestion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such field; {help}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {kind} {name}{suggestion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a table: its rows cannot be told apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a table: neither text nor an Excel file (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a text file in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an Excel file (.xlsx), though packed like one: save it as .xlsx or as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid TOML: a number of thousands of digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid TOML: nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid TOML: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a table has columns to choose from: give data.file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only classes have labels, and this data has numbers to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only classes have labels; use noise for numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only hidden units can be silenced, and this network has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only hidden units can be silenced: their layers count from 1 to {highest}, got {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only numbers have a unit, and this data has classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one class in &quot;{name}&quot;: &quot;{names}&quot; in every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one column: no commas, semicolons, tabs or spaces separate the cells of its rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the first of {sheets} sheets is read: &quot;{first}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {match} opens a quotation mark that is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} has {cells} cells where the rows before it have {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of a loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text in &quot;{name}&quot;, a column of numbers: {text} in row {row:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the activations of {layer_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the error signal δ of {layer_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has no sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first column has no name and only counts the rows: left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first sheet, &quot;{sheets}&quot;, is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first weights make a layer&apos;s sums {sizes:,.3g} times as large as what comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gradient of {layer_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name after {text} has no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number is too large: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parameters of {layer_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pre-activations z of {layer_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run ends after {iteration} iterations: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the three shares must sum to 1, got {split:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training part cannot be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the validation {watched} was best at epoch {epoch} and has not improved for {patience} epochs{since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no more than {largest_seed:,} seeds from {own:,} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no best epoch: the experiment has no validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no folder {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no other line {number}; there are: {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these networks have {count:,} parameters; a sweep keeps at most {most:,} (fewer seeds or values, or keeps_parameters=False)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this data has classes, no numbers to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this data has numbers to predict, no classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a device, not a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a folder, not a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a folder, not {kind} file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a table, not an experiment: an experiment file names it with data.file, and the window makes one of it (nnviz FILE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not the name of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this network has {parameters:,} parameters; nnviz holds at most {most_parameters:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this network needs {numbers:,} numbers for {examples:,} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this number is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many bytes for {kind} file (at most {largest_file:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two columns are called {twice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {unit} of layer {layer}: expected 0 to {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with data.standardize = false there is no standardisation to forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x and y come together, with at least one example each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x has {examples}, got {got}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begin}: network.gain = 1 will help most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begin}: network.init = &quot;{usual}&quot; will help most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} cues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} different texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{examples} in x but {y:,} in y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{expected}, got {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{expected}, got {bias}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{expected}, got {dropout}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault}{sizes} are too large to learn from as they are: {change} will help most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} = true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {examples} to use, got {got:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {rows} read, {dropped:,} dropped for missing values, {used:,} used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {rows} read, {used:,} used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} compares classes, but this data has numbers to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} does not go with a {output} output: {refusal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} has no choice of scale, only {scaled} has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names:,} inputs are too many (at most {most_inputs:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} gives shares of classes, but this data has numbers to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no such setting; {has}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is named twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of up to {size:,.6g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes {numbers}, got {arguments}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: expected finite numbers up to {largest_number:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: expected {numbers}, got {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{needs}; nnviz holds at most {most_numbers:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows:,} rows of {columns:,} cells are too many (at most {most_cells:,} cells)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} of data{without}: at least {fewest_rows} are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:,} bytes are too many for {kind} file (at most {largest_file:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{st_size:,} bytes are too many for a table (at most {largest_file:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text:,} characters are too many for a feature (at most {longest})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is the same as {inputs}[{first}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} needs what it is of, in parentheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, character {place}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} count from 0 to {highest}, got {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unpacked:,} bytes once it is unpacked: too many (at most {largest_unpacked:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} and {more:,} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpochPlot</name>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (log)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleDots</name>
    <message>
        <source>Examples of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pinned example: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Pin the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>example {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… {0} in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExcitingStrip</name>
    <message>
        <source>and least to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} responds most to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentFoot</name>
    <message>
        <source>New weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again from new random weights (Shift+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again from the same weights (R)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentLists</name>
    <message>
        <source>the units of each hidden layer are expected, as in 8-8-2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentPanel</name>
    <message>
        <source>Built-in experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a built-in experiment, with its network and its training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>A bias is added as it is: {z} changes by as much as {bias}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How L changes with {unit}: by the error {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How L changes with {z}: cross-entropy after a {output} leaves just {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How L changes with {z}: the units of a {output} are coupled, so loss and output are one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 and L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of {factors} over the batch&apos;s {count} examples: everything that differs between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope g′ of {activation} at {z}: how much of a change gets through to {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight {weight}: {unit} sees {below} multiplied by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What dropout multiplies {unit} by in this iteration: 0, or 1 / (1 − p).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ex {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silenced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is what the weight {weight} multiplies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} is silenced: nothing gets through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} works as usual; another unit of its layer is silenced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} more: sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Blame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which explanation is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FanPlot</name>
    <message>
        <source>all {} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} batches of {size}: mean cosine {cosine}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Deliberate fault: {faults}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliberate faults: {faults}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs are not standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one region has wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the split is sorted, not shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test part is not standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{input} is {scale:g} times too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} of the labels are wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{leaked} of the held-out examples are copies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeaturesRow</name>
    <message>
        <source>Use this as an input of the network, or not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesButton</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment from a file, or save this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaStrip</name>
    <message>
        <source>What is happening</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FuturesButton</name>
    <message>
        <source>1 other run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other runs from the same start: what came next before something was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} other runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glass</name>
    <message>
        <source>What is pointed at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradientFlowPanel</name>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer&apos;s error signal δ, gradient and update appear here as bars: they show at a glance whether δ vanishes or explodes on its way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer&apos;s signal is painted here epoch by epoch, as a row of colours. It is recorded from now on: press T with this page open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer&apos;s weights and activations appear here as histograms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradients of single batches appear here as arrows: they show how far each points where the gradient of all examples does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of each layer over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which page is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the update, for {} training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crosses: not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat: g′ &lt; {} of its maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {} training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hatched: 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithmic colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean cosine with the whole gradient: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean cosine: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} batches of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} batches of {}, each turned by as much as its gradient is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} batches of {}, turned as they are off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GrainChoice</name>
    <message>
        <source>Step by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HiddenLayersRows</name>
    <message>
        <source>Add another hidden layer before the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units this hidden layer has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HiddenSpacePanel</name>
    <message>
        <source>1 input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In hidden {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R² of a linear fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the layer that is active or selected in the diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples appear here as each layer sees them, with the grid of the input bent along with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer&apos;s picture is being computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the data on which the line is judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layer is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a straight line gets right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction {} · {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitted to {} of {} training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>majority guess: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight lines get right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plane of its 2 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plane of the 2 inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (input: {})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} a linear fit has R² {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} a straight line gets {} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of the spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} straight lines get {} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · first two components: {} of the spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · {} of the spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, worse than {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, {} before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: R² {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: beyond what can be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: the best linear fit on its {} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: worse than in {} ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} trained, {} untrained</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageGrid</name>
    <message>
        <source>Examples of the batch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit what is picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc closes this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick another unit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerHistograms</name>
    <message>
        <source>Histograms of weights and activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spread σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>horizontal: epochs 0 to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical: loss (log), {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical: loss, 0 to {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePicture</name>
    <message>
        <source>What the audience sees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>1 epoch without improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis: equal distances are equal ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No validation part: overfitting cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to restore yet: no epoch has been scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to restore: without a validation part there is no best epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the parameters of epoch {}, the best on held-out data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the {} in place of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at {}: {} epochs without improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch {} · stopped at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best {} · end {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {} · best epoch {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap {} pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train {} · val. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} epochs without improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} epochs without improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} epochs without improvement, patience reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} without improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}, patience reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} without improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · best {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: train {} · val. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: training {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: training {} · validation {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>The loss curve appears here during training, on the training part and on held-out data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best on held-out data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further training no longer helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>iteration {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (before)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>A layer&apos;s weights and units appear here in a table as soon as there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet; Ctrl+C copies the selected cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient that the optimiser gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The units&apos; numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W and b are those after this update; {} were computed before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights after the update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights before the update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layer is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: before the update</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>The layer&apos;s numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>accuracy of a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy of the best single unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine of batches with the whole gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest accuracy with a unit off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |g′(z)| of hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |δ|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off from one matrix&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of dead units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spread of the hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight pieces of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training part solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss / its lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|δ| of the first layer / the output&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖∇L‖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂L/∂w off from a nudge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂L/∂w off from its paths</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>class {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel {row}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextBlock</name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next · scene {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · cue {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Restored the weights of epoch %1: this update starts from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T trains on from the best epoch, Ctrl+Z goes back to the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has the weights of the last epoch, %1: T trains on from them, B restores those of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has the weights of the last epoch: T trains on from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NudgePage</name>
    <message>
        <source>Click a weight in the diagram, a line between two units, to see the loss as a curve over it, with a handle to push the weight. Click a unit to see its bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing: each point of the curve takes all examples of the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the point along the curve, or reach it with Tab and push it with ← and →.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter releases the weight, Esc puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How L reacts to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If {} changed a little, how would L react?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L over {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L, by the tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L, measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When released:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the weight is released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient ∂L/∂{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope of the curve, measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ΔL, measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NudgePlot</name>
    <message>
        <source>tangent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>A layer of one unit cannot be halved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left side has this already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one layer fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one layer more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>÷ 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>÷ 2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OneMatrixView</name>
    <message>
        <source>the straight line, in raw inputs:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the straight line:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments and tables (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pace</name>
    <message>
        <source>1 ep/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 it/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 iteration a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 iteration a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 ep/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 epochs a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 it/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 iterations a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a run in about 10 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ 10 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseNumbers</name>
    <message>
        <source>(first {0}: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(frozen, stays)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(knocked out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(mean of {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(mean)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not in batch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not in this batch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(of the batch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(silenced)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({0} knocked out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({0} more: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {0} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (mean of {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} penalty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseStrip</name>
    <message>
        <source>, term {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, unit {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases of the iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseWords</name>
    <message>
        <source>A batch of {0} examples enters the network; you see the mean of their numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of {0} examples enters the network; you see the numbers of one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear unit passes its sum on unchanged: nothing bends, so layers collapse into one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight&apos;s gradient: error at its end × value at its start, averaged over the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight&apos;s gradient: error at its end × value at its start, plus the penalty&apos;s part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight&apos;s gradient: error at its end × value at its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation h of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s step from running means m of g and v of g²; and every parameter shrinks a little towards 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parameters are frozen: they stay as they are, whatever their gradients say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confident and wrong costs most; and a penalty on large weights is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout: in each update r silences some units at random (0); the others make up for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU lets a positive sum through unchanged; a negative one bends softly towards −1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step is divided by the root of all squared gradients so far: where they are large, it shrinks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step is divided by the root of the running mean of g²: all parameters move about equally fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each unit gets its share of the blame: outgoing weights × the errors they lead to × its own slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each unit weights the inputs, sums them and adds its bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each unit weights the previous layer&apos;s outputs, sums them and adds its bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error at its end × value at its start, averaged over the batch, plus the penalty&apos;s part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error signal × input; c shortens all gradients alike where their norm would exceed the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error signal δ of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every bias takes a small step against its gradient. The weights are frozen: they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every bias takes the step that {0} gives it. The weights are frozen: they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every parameter takes a small step against its gradient; those that are frozen stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every parameter takes the step that {0} gives it; those that are frozen stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight and bias takes a small step against its gradient, so that the loss goes down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight takes a small step against its gradient. The biases are frozen: they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight takes the step that {0} gives it. The biases are frozen: they stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU multiplies each sum by a share Φ(z) from 0 to 1: large sums pass, very negative ones fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient ∇W, ∇b of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients g add up to a velocity v that fades slowly: steps grow where they keep pointing one way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients g add up to a velocity v, as with momentum; the step looks ahead to where v will carry it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far is ŷ from the target y, squared; and a penalty on large weights is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far is ŷ from the target y? Squaring makes a large miss cost far more than a small one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How little probability did the network give to the truth? Confident and wrong costs most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs x and target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU lets a positive sum through unchanged, and a hundredth of a negative one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss L: prediction against target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One example enters the network: its inputs x, and the target y that the output should reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One whole iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One whole iteration: forward, loss, backward; then every parameter that is not frozen took a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One whole iteration: forward, loss, backward; then every parameter took a step against its gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the probability given to the true class counts: the smaller it is, the larger the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing weights × the errors they lead to × own slope; a unit that r silences gets no blame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction ŷ of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU lets a positive sum through unchanged and turns a negative one into 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU multiplies each sum by its own sigmoid: large sums pass, very negative ones fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax turns the last sums into probabilities that add up to 1: the prediction ŷ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax units share one sum, so the error of each one depends on all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softplus is a rounded ReLU: a large sum passes almost unchanged, a very negative one fades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error signal starts as prediction minus target: the slope of the output cancels out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error signal starts at the output as prediction minus target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error signal starts at the output as {0} × (prediction minus target).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error signal starts here: prediction minus target × how steep the output&apos;s curve is at z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error signal starts here: {0} × (prediction minus target) × the slope of the output&apos;s curve at z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sum itself is the prediction ŷ: it can be any number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The less probability the true class gets, the larger the loss; large weights cost extra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sigmoid squeezes each sum into 0 to 1. Far from 0 its curve is flat: the unit saturates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sigmoid turns the last sum into a number between 0 and 1: the prediction ŷ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tanh squeezes each sum into −1 to 1. Far from 0 its curve is flat: the unit saturates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tanh turns the last sum into a number between −1 and 1: the prediction ŷ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training: forward, loss, backward, update, over and over. Pause to look at one iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update of weights and biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted sum z of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see an example that is not in this batch: it passes through, but the update ignores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m and v are running means of g and of g²; the hats correct for starting at 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>term {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickedActions</name>
    <message>
        <source>Bring the unit back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First pick what to freeze: a weight, a bias or a unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First pick what to knock out: a hidden unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock the unit out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictionPlot</name>
    <message>
        <source>Predicted against true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferenceStore</name>
    <message>
        <source>Nothing will be remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some remembered settings cannot be used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last experiment cannot be opened: %1. It is kept until you open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The remembered settings cannot be read (%1): the defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings cannot be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was {}, is {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbeBars</name>
    <message>
        <source>majority guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} trained, {} untrained</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Reading %1 … Esc stops it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>it {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it {0} · ep {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration {0} · epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} it/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} iterations/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResidualPlot</name>
    <message>
        <source>Residuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ŷ too low ▸</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◂ ŷ too high</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsCover</name>
    <message>
        <source>Kept for the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here was used to train the network or to choose its settings: that makes it a test. Each look tempts you to choose by it, and makes it less of a test. Use it once, at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the test figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>1 example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are being computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results appear here: how good the network is on each part of the data, and where it errs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data has no test part: nothing is kept back for the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data has no validation part: nothing is held out to judge the training by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn: y₁ of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked at {} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResumeDialog</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” was interrupted. Go on there?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Resuming</name>
    <message>
        <source>cue {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunTrack</name>
    <message>
        <source>The loss curve appears here during training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaturationPanel</name>
    <message>
        <source>1 unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slope below this share of its maximum counts as flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a unit to see its bias; push it, and watch δ fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each unit appears here on the curve of its activation, once there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no hidden layer, and its output does not saturate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layer is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead: no example passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g′ &lt; {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean g′ {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |δ| {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share where flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} units</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaturationPlot</name>
    <message>
        <source>example {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SceneList</name>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SceneRows</name>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>another run: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best on held-out data: epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration {0} · epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to iteration {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: from iteration {1} on, {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Next: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the next seed: draw again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedSettings</name>
    <message>
        <source>Bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs: expected a whole number from 1 to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are predicted, not classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates: a learning rate is more than 0, got {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates: expected at least one learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates: expected at most {}, got {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds of each rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show when a network counts as solved, the epochs and the rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved when: an accuracy is more than 0 and at most 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved when: expected a loss of more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy ≥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited to {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited to {} of {} epochs to save time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss ≤</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the experiment has {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: expected one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: “{}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedStrip</name>
    <message>
        <source>Click to open it in the main window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedWindow</name>
    <message>
        <source>1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows or the pointer: look at a network; Enter or a click opens it in the main window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished networks first, the lowest training loss first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal distances are equal ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start: a network for each learning rate will be trained here, side by side, all from the same weights on the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start: {} networks for each learning rate will be trained here: a row for each rate, a column for each seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start: {} networks will be trained here, side by side. They differ only in their seed: other first weights and other batches, on the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds and learning rates: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be trained: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy ≥ {} on the training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last epoch {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss ≤ {} on the training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maps, scores: best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maps, scores: best epoch if stopped early, else last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maps, scores: last epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no better than chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing the networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped before its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} networks finished in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} networks finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} solved so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · about {} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetBackDot</name>
    <message>
        <source>Reset: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingNames</name>
    <message>
        <source>Adagrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penguins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sawtooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softplus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>½ of the sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>; 1 row with a gap left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {count} rows with gaps left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A factor on every weight that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gradient with a larger norm than this is shortened to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run from the same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schedule changes it from epoch to epoch; a rate set by hand holds from then on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share of the held-out examples are copies of training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small number that keeps the step from dividing by zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller gain than this does not count as an improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this many epochs the learning rate takes its next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights are drawn and multiplied by {value:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases start at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases start at {value:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases start at {values}, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: set it back to what it is in “{origin}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: set it back to what “{origin}” has, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip gradients at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies leak into the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay β₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay β₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliberate faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each makes new data and starts a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each starts a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs from the full learning rate to the lowest; at the right end, all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every example in one ball of the input space has the label of the next class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every update shrinks all parameters by this, times the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight starts at {value:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every … epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples are split in the order of their labels: the parts differ in classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that each update of the weights looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explicit weights, from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen parameters: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each update goes; takes effect at once, in the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far examples are moved at random: the standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples there are in all three parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many hidden layers there are, and how many units each has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the mean of gradients forgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the mean of squared gradients forgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly large weights are penalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly weights are pulled towards exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the error of a prediction is counted; only what fits the output is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes from epoch to epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are drawn before training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights follow the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How widely normal weights are drawn: the standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input in another unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs go in as they are, large ones and small ones side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs not standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not the same in all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep test labels correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label noise: a share of the examples gets another class, drawn at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mislabelled region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network {widths}, {count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New data, a new run from the same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New network {widths}, new weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New network {widths}, the file&apos;s weights are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New weights, the file&apos;s are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No wrong labels in the test part: it tells how good a network really is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One name for each hidden layer: tanh, relu; if empty, the same in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number for all layers, or one for each, the output&apos;s last: 4, 4, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One raw input is many times as large as it should be, as if in another unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One share for each hidden layer: 0.2, 0.5; if empty, the same in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where classes are predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where numbers are predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where the data is a table from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where weights start {init}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over this many epochs at the start the learning rate rises in equal steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters that are not trained: W1, b2, or a single one, W1[0,2] or b1[0]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentage to learn from, to decide when to stop, and to test on at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range ±</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the hidden units that each update silences at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and scale inputs to mean 0 and deviation 1, by the training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle before each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted before the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardisation is forgotten on the test part: it looks like other data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop when the validation part has not improved for this many epochs (patience)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test part not standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column of the table that is to be predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns of the table that are the raw inputs; if empty, all but the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The epochs without an improvement after which training stops early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends after this many passes through the training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for the numbers to predict; errors are shown in their own unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed shuffles the examples into the same batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the last step&apos;s velocity that goes into the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value that every weight starts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are explicit: choose how to draw them first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no standardisation to forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These examples are always the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train / validation / test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform weights are drawn between minus this and this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are drawn from −{value:g} to {value:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are drawn with a deviation of {value:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights start at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each hidden unit does with its weighted sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has to improve on the validation part: its loss, or its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands before Σ (ŷ − y)²: ½, nothing, or one over the number of outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the experiment is called, in the window and in its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees: hand-made features such as x1^2; if empty, raw columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the output does with its weighted sum; only what fits the data is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the cosine ends, as a share of the full learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the examples come from; the network and the training stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the target of the table names classes or is a number to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, the batches are the same in every epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all but the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biases start at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns to predict from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deviation of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every weight starts at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples are shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gain of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient is clipped at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs are standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs of the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nnviz train and many seeds report the best epoch; in the window, B restores it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference: both are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one difference, all else equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patience {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target is standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>targets of the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test labels are correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} differences: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{origin}: 1 example, {inputs} inputs, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{origin}: {count} examples, {inputs} inputs, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{targets} targets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPages</name>
    <message>
        <source>No setting mentions “{query}” in its name or its explanation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsSearch</name>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting by its name, by its name in files, or by what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all settings again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message>
        <source>Hide these settings again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: {section}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show settings that are seldom changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show settings that are seldom changed; changed: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedDigits</name>
    <message>
        <source>Only their first digit agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {} digits agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no slope to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They agree except for rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They agree to the last digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They agree to {} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not agree.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignLegend</name>
    <message>
        <source>colours from {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignalBars</name>
    <message>
        <source>Signals now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignalMap</name>
    <message>
        <source>Signals over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {} samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignalWords</name>
    <message>
        <source>: it explodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: it vanishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layer: δ is used where it arises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of δ reaches layer 1: it is exactly 0 there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grows {}-fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |δ|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shrinks {}-fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update / weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ is 0 at the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ is 0 at the output: this batch teaches nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ is exactly 0 in layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ is no longer finite in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ keeps its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ keeps its size from the output to layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ {} from the output to layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ: not finite in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖∇W‖</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpacePlot</name>
    <message>
        <source>Examples in a layer&apos;s space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitSlider</name>
    <message>
        <source>Train, validation and test split</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageHead</name>
    <message>
        <source>epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StagedSheet</name>
    <message>
        <source>{} starts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StagedSide</name>
    <message>
        <source>{} of the training points right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} off on the training points (RMSE)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartFrom</name>
    <message>
        <source>Current data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: a curve to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: numbers over a plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far examples are moved at random: the standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces what is on the board; undo brings that back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Less: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Still</name>
    <message>
        <source>The picture is frozen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePreview</name>
    <message>
        <source>1 category: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table is a CSV, TSV or Excel file (.xlsx): a row for each example, and columns of numbers or of categories, one of which is to be predicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes of {}: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each category is an input of its own: {} columns give {} inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel, sheet “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From these columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be learned from it this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {}, {} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {} is dropped: {} are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {} is dropped: {} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a new run, with a small network to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row is dropped: a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one column to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns separated by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header in the first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no header: columns are called x1, x2 and so on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers, {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only counts the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ({} rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} categories: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is predicted as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} rows are dropped: a value is missing in {}. Rows {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeBlock</name>
    <message>
        <source>Count the time from here (Shift+F5 starts so)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Phases of the iteration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBox</name>
    <message>
        <source>Brush size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius of the brush, in pixels ([ smaller, ] larger)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourPanel</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what the cue had brought (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return  ⌫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cue before (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next cue (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have left the script.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourScenes</name>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>How fast the phases are played ([ slower, ] faster)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast training goes ({ slower, } faster)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop  T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train  T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on  T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on from the weights of the best epoch, with patience reset (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on from the weights of the last epoch, with patience reset (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwinBar</name>
    <message>
        <source>An epoch has more iterations on one side than on the other: both go epoch by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both start again from their first weights (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch  Ctrl+→</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen and large type (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast training goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration  →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One iteration on both sides (→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause  T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present  F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset  R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end of this epoch on both sides (Ctrl+→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train  T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train both in step, or pause both (Space or T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which side is large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which side is large (E or Ctrl+Tab)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwinPlot</name>
    <message>
        <source>Both loss curves appear here during training: the left one solid, the right one dashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwinSide</name>
    <message>
        <source>No network, so no predictions to show over the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side stays, and can be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {} · {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped at epoch {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train {} · val. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train {}, {} · val. {}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss {}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss {}, {} · validation loss {}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss {}, {} · validation {}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}; the other continues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwinWindow</name>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twin run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twin run – nnviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twin run: {} – nnviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitBars</name>
    <message>
        <source>dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead: no example passes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitCurvesView</name>
    <message>
        <source>Each unit&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the outputs add up to the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each unit&apos;s output: h(x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each unit&apos;s part: w {}(x); their sum plus b: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output: ŷ(x)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitMaps</name>
    <message>
        <source>from … to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitWeights</name>
    <message>
        <source>row, column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>1 piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each unit shows here what it has learned, once there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear layers in a row, multiplied into one matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show here: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layer is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click a unit to see the data over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each unit&apos;s weights, pixel by pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers {}–{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean activation for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean activation for each third of the targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean by third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training data over the selected unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} layers are one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} linear layers do what one does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ŷ has {} straight pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ŷ is 1 straight piece</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdatePage</name>
    <message>
        <source>Both are the same: one step against the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a weight or a bias to see its update worked out, number by number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is frozen: it stays as it is, whatever the gradient says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is 0, yet it moves: by what the optimiser remembers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step goes against the plain one: what the optimiser remembers outweighs this gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is too small to change a number of this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is {} of the plain one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is {} times as long as the plain one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the optimiser did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · bias of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
