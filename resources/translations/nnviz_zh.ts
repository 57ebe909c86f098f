<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>A slide for each phase of the update, or for each cue of a lecture</source>
        <translation>每个更新阶段一张幻灯片，或课件的每个提示步一张</translation>
    </message>
    <message>
        <source>Add as cue…</source>
        <translation>添加为提示步…</translation>
    </message>
    <message>
        <source>Already presenting: only Esc leaves</source>
        <translation>已在放映：只有Esc能退出</translation>
    </message>
    <message>
        <source>An update step by step, training epoch by epoch, or a scene as it is given</source>
        <translation>把一次更新逐步、把训练逐轮、或把场景照放映的样子做成影片</translation>
    </message>
    <message>
        <source>Arrange the panels</source>
        <translation>排列面板</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back to what the cue had brought, whatever has been done since</source>
        <translation>回到本提示步给出的状态，不管之后做过什么</translation>
    </message>
    <message>
        <source>Black for the audience, and back</source>
        <translation>让观众看到黑屏，再按恢复</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Change the value…</source>
        <translation>修改数值…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Close the message, leave full screen, or bring the keyboard to the network</source>
        <translation>关闭消息，退出全屏，或让键盘回到网络图</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Code of the training step</source>
        <translation>训练步的代码</translation>
    </message>
    <message>
        <source>Code…</source>
        <translation>代码…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Compare two…</source>
        <translation>对照两个实验…</translation>
    </message>
    <message>
        <source>Computation graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>演讲者视图</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy the network</source>
        <translation>复制网络图</translation>
    </message>
    <message>
        <source>Copy the network alone, without the ground that it lies on</source>
        <translation>只复制网络图，不带底色</translation>
    </message>
    <message>
        <source>Copy what is on screen, to paste it into slides or a document</source>
        <translation>复制屏幕上的内容，以便粘贴到幻灯片或文档</translation>
    </message>
    <message>
        <source>Data panel</source>
        <translation>数据面板</translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation>小数逗号</translation>
    </message>
    <message>
        <source>Dim all but what the pointer is at; + − or the wheel change its size</source>
        <translation>只照亮指针所指之处，其余变暗；用+ −或滚轮改变大小</translation>
    </message>
    <message>
        <source>Draw the examples by hand</source>
        <translation>手工绘制样本</translation>
    </message>
    <message>
        <source>Draw with the mouse; what is drawn stays with the cue</source>
        <translation>用鼠标画线；画的内容留在这个提示步</translation>
    </message>
    <message>
        <source>Edit the data…</source>
        <translation>编辑数据…</translation>
    </message>
    <message>
        <source>End the lecture</source>
        <translation>结束讲课</translation>
    </message>
    <message>
        <source>English, 简体中文</source>
        <translation>English, 简体中文</translation>
    </message>
    <message>
        <source>Error signals as colours</source>
        <translation>用颜色表示误差信号</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Experiment panel</source>
        <translation>实验面板</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>讲解</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>Fewer digits</source>
        <translation>减少小数位</translation>
    </message>
    <message>
        <source>Film…</source>
        <translation>影片…</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Follow another example of the batch through the network</source>
        <translation>换批中的下一个样本，跟随它通过网络</translation>
    </message>
    <message>
        <source>Follow the example on screen from iteration to iteration, or stop following it</source>
        <translation>在各次迭代中始终跟随屏幕上的这个样本，或不再跟随</translation>
    </message>
    <message>
        <source>Follow the previous example of the batch</source>
        <translation>跟随批中的上一个样本</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结画面</translation>
    </message>
    <message>
        <source>Freeze the weight or bias that is picked, or let it train again</source>
        <translation>冻结选中的权重或偏置，或让它重新参与训练</translation>
    </message>
    <message>
        <source>Freeze, or train again</source>
        <translation>冻结或恢复训练</translation>
    </message>
    <message>
        <source>Full screen, large type, panels out of the way</source>
        <translation>全屏、大字，面板让开</translation>
    </message>
    <message>
        <source>Go back by one parameter update</source>
        <translation>后退一次参数更新</translation>
    </message>
    <message>
        <source>Go back to the normal type size</source>
        <translation>恢复正常字号</translation>
    </message>
    <message>
        <source>Go back to where this iteration begins</source>
        <translation>回到本次迭代的起点</translation>
    </message>
    <message>
        <source>Go forward by one parameter update</source>
        <translation>前进一次参数更新</translation>
    </message>
    <message>
        <source>Go forward until every training example has been used once more</source>
        <translation>前进一轮，即每个训练样本都再用过一次</translation>
    </message>
    <message>
        <source>Go on from the recording</source>
        <translation>从记录继续</translation>
    </message>
    <message>
        <source>Go one step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Go one step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>梯度流</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>隐藏空间</translation>
    </message>
    <message>
        <source>In the backward pass, colour each unit by its error signal</source>
        <translation>反向传播时按误差信号给每个单元着色</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Knock out, or bring back</source>
        <translation>关闭或恢复单元</translation>
    </message>
    <message>
        <source>Landscape of the loss</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Leave the lecture; what is on screen stays</source>
        <translation>离开课件；屏幕上的内容保留</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>课件</translation>
    </message>
    <message>
        <source>Light, dark, projector</source>
        <translation>浅色、深色、投影</translation>
    </message>
    <message>
        <source>List every key</source>
        <translation>列出所有快捷键</translation>
    </message>
    <message>
        <source>List the scenes of the lecture, to go to one</source>
        <translation>列出课件的场景，从中选择</translation>
    </message>
    <message>
        <source>Loss panel</source>
        <translation>损失面板</translation>
    </message>
    <message>
        <source>Lower the training speed, down to one iteration a second</source>
        <translation>降低训练速度，最慢每秒一次迭代</translation>
    </message>
    <message>
        <source>Make everything larger</source>
        <translation>放大全部内容</translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation>缩小全部内容</translation>
    </message>
    <message>
        <source>Make the hidden unit that is picked output 0, or let it work again</source>
        <translation>让选中的隐藏单元输出0，或让它恢复工作</translation>
    </message>
    <message>
        <source>Mean of the batch</source>
        <translation>整批平均</translation>
    </message>
    <message>
        <source>More digits</source>
        <translation>增加小数位</translation>
    </message>
    <message>
        <source>Network, data and training as a readable program that prints the same numbers</source>
        <translation>把网络、数据和训练写成易读的程序，输出同样的数值</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>换一组权重</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next cue</source>
        <translation>下一提示步</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>Next language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>下一场景</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>切换主题</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>正常大小</translation>
    </message>
    <message>
        <source>Notes, time and what comes next in a window of their own, or away again</source>
        <translation>在单独的窗口中显示备注、时间和后续内容，或收起</translation>
    </message>
    <message>
        <source>On a text: the next picture that opens a scene again</source>
        <translation>在文字页上：转到下一张可重新打开场景的图</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>前进一轮</translation>
    </message>
    <message>
        <source>One file in which the network trains in any browser, on a phone too, offline</source>
        <translation>一个文件：网络在其中离线训练，手机上也能打开</translation>
    </message>
    <message>
        <source>One iteration</source>
        <translation>前进一次迭代</translation>
    </message>
    <message>
        <source>One iteration back</source>
        <translation>后退一次迭代</translation>
    </message>
    <message>
        <source>One layer at a time: black, pen, light, list, panel, back to the script, presenting</source>
        <translation>逐层退出：黑屏、画笔、聚光灯、列表、面板、回到讲稿、放映</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step is a phase: one formula for a layer</source>
        <translation>一步为一个阶段：一层的一个公式</translation>
    </message>
    <message>
        <source>One step is a whole iteration</source>
        <translation>一步为一整次迭代</translation>
    </message>
    <message>
        <source>One step is one term of a unit&apos;s sum</source>
        <translation>一步为一个单元求和式中的一项</translation>
    </message>
    <message>
        <source>One step is one unit of the layer</source>
        <translation>一步为该层的一个单元</translation>
    </message>
    <message>
        <source>Open a lecture beside the window; F5 gives it</source>
        <translation>在窗口旁打开课件；按F5放映</translation>
    </message>
    <message>
        <source>Open an experiment, a session, a recording or a table</source>
        <translation>打开实验、会话、记录或表格</translation>
    </message>
    <message>
        <source>Open or next</source>
        <translation>打开或下一步</translation>
    </message>
    <message>
        <source>Open the picture that Tab has led to; else the next cue or step</source>
        <translation>打开用Tab选到的图；否则转到下一个提示步或下一步</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Pin the example</source>
        <translation>固定该样本</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Play more slowly</source>
        <translation>放慢播放</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Play through the iteration, or pause</source>
        <translation>播放本次迭代，或暂停</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Present from here</source>
        <translation>从此处放映</translation>
    </message>
    <message>
        <source>Present what is on screen; the time of the lecture counts from here</source>
        <translation>放映屏幕上的内容；讲课计时从此处开始</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>放映时</translation>
    </message>
    <message>
        <source>Previous cue</source>
        <translation>上一提示步</translation>
    </message>
    <message>
        <source>Previous example</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation>上一场景</translation>
    </message>
    <message>
        <source>Print every weight on its edge</source>
        <translation>在每条连线上标出权重</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Raise the training speed, up to full speed</source>
        <translation>提高训练速度，最快全速</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation>重做刚撤销的修改</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Reset weights</source>
        <translation>重置权重</translation>
    </message>
    <message>
        <source>Restore best</source>
        <translation>恢复最佳参数</translation>
    </message>
    <message>
        <source>Restore the parameters of the epoch with the lowest validation loss</source>
        <translation>恢复验证损失最低那一轮的参数</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Return to the script</source>
        <translation>回到讲稿</translation>
    </message>
    <message>
        <source>Saturation panel</source>
        <translation>饱和面板</translation>
    </message>
    <message>
        <source>Save as scene…</source>
        <translation>保存为场景…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Scene again</source>
        <translation>重放场景</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Search all settings of the experiment</source>
        <translation>搜索实验的所有设置</translation>
    </message>
    <message>
        <source>See all of the stage again</source>
        <translation>重新看到整个舞台</translation>
    </message>
    <message>
        <source>See larger what the pointer is at; drag to see what is beside it</source>
        <translation>放大指针所指之处；拖动可看旁边</translation>
    </message>
    <message>
        <source>See more of the stage</source>
        <translation>看到舞台的更大范围</translation>
    </message>
    <message>
        <source>Seeds and rates…</source>
        <translation>种子与学习率…</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>分享…</translation>
    </message>
    <message>
        <source>Show each step at once, without movement</source>
        <translation>每一步直接显示，没有动画</translation>
    </message>
    <message>
        <source>Show in each unit how it responds over the input plane</source>
        <translation>在每个单元上显示它在输入平面上的响应</translation>
    </message>
    <message>
        <source>Show numbers with one digit fewer</source>
        <translation>数字少显示一位</translation>
    </message>
    <message>
        <source>Show numbers with one digit more</source>
        <translation>数字多显示一位</translation>
    </message>
    <message>
        <source>Show or hide how good the network is on each part of the data</source>
        <translation>显示或隐藏网络在各数据集上的表现</translation>
    </message>
    <message>
        <source>Show or hide how the signals grow or shrink from layer to layer</source>
        <translation>显示或隐藏信号逐层增大或减小的情况</translation>
    </message>
    <message>
        <source>Show or hide one example&apos;s loss as a graph of single numbers</source>
        <translation>显示或隐藏一个样本的损失的计算图，逐个数值</translation>
    </message>
    <message>
        <source>Show or hide the data and what the network predicts</source>
        <translation>显示或隐藏数据和网络的预测</translation>
    </message>
    <message>
        <source>Show or hide the data, the network and the training settings</source>
        <translation>显示或隐藏数据、网络和训练的设置</translation>
    </message>
    <message>
        <source>Show or hide the examples as each layer sees them, and how well a straight line does there</source>
        <translation>显示或隐藏各层看到的样本，以及一条直线在那里能分对多少</translation>
    </message>
    <message>
        <source>Show or hide the loss as a map over two weights, and the path of training on it</source>
        <translation>显示或隐藏损失在两个权重上的曲面图，以及训练在其上的路径</translation>
    </message>
    <message>
        <source>Show or hide the loss curves</source>
        <translation>显示或隐藏损失曲线</translation>
    </message>
    <message>
        <source>Show or hide the training step as code, with the lines of the phase in play lit</source>
        <translation>显示或隐藏训练步的代码，当前阶段的行会亮起</translation>
    </message>
    <message>
        <source>Show or hide what each unit has learned, and the one matrix that linear layers amount to</source>
        <translation>显示或隐藏每个单元学到了什么，以及线性层合成的一个矩阵</translation>
    </message>
    <message>
        <source>Show or hide where on its curve each unit works</source>
        <translation>显示或隐藏每个单元工作在激活曲线的哪一段</translation>
    </message>
    <message>
        <source>Show or hide why a number is what it is: chain rule, blame, update</source>
        <translation>显示或隐藏一个数的来由：链式法则、责任、更新</translation>
    </message>
    <message>
        <source>Show the batch&apos;s mean in place of an example, or an example again</source>
        <translation>显示整批的平均，或重新显示单个样本</translation>
    </message>
    <message>
        <source>Show the panels&apos; title bars, to move, float or close them</source>
        <translation>显示面板的标题栏，以便移动、浮动或关闭面板</translation>
    </message>
    <message>
        <source>Slides…</source>
        <translation>幻灯片…</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>Start again from new random weights</source>
        <translation>换一组新的随机权重，从头开始</translation>
    </message>
    <message>
        <source>Start again from the same weights</source>
        <translation>用同样的权重从头开始</translation>
    </message>
    <message>
        <source>Start of the iteration</source>
        <translation>回到迭代起点</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>继续放映</translation>
    </message>
    <message>
        <source>Step by iterations</source>
        <translation>按迭代单步</translation>
    </message>
    <message>
        <source>Step by phases</source>
        <translation>按阶段单步</translation>
    </message>
    <message>
        <source>Step by terms</source>
        <translation>按项单步</translation>
    </message>
    <message>
        <source>Step by units</source>
        <translation>按单元单步</translation>
    </message>
    <message>
        <source>Swap screens</source>
        <translation>交换屏幕</translation>
    </message>
    <message>
        <source>Take the stroke back</source>
        <translation>撤回一笔</translation>
    </message>
    <message>
        <source>The audience goes on seeing this while you go elsewhere, and all again</source>
        <translation>观众仍看到此画面，您可转到别处；再按恢复同步</translation>
    </message>
    <message>
        <source>The beginning of the next scene</source>
        <translation>下一场景的开头</translation>
    </message>
    <message>
        <source>The beginning of the scene before</source>
        <translation>上一场景的开头</translation>
    </message>
    <message>
        <source>The cue before, or the step before</source>
        <translation>上一个提示步，或上一步</translation>
    </message>
    <message>
        <source>The cue or question before</source>
        <translation>上一个提示步或提问</translation>
    </message>
    <message>
        <source>The forms in which what is on screen can leave nnviz, as a menu</source>
        <translation>以菜单列出屏幕上的内容可以导出的各种形式</translation>
    </message>
    <message>
        <source>The next cue of the lecture, or the next step</source>
        <translation>课件的下一个提示步，或下一步</translation>
    </message>
    <message>
        <source>The next cue or question of the lecture</source>
        <translation>课件的下一个提示步或提问</translation>
    </message>
    <message>
        <source>The next scene of the lecture, or the next iteration</source>
        <translation>课件的下一场景，或下一次迭代</translation>
    </message>
    <message>
        <source>The parameters as they are now, for PyTorch and others</source>
        <translation>当前的参数，供PyTorch等工具使用</translation>
    </message>
    <message>
        <source>The scene before, or the iteration before</source>
        <translation>上一场景，或上一次迭代</translation>
    </message>
    <message>
        <source>The stage to the other screen, and the console to this one</source>
        <translation>把舞台移到另一块屏幕，演讲者视图移到这一块</translation>
    </message>
    <message>
        <source>The update to work out by hand, with blanks to fill in, and the key</source>
        <translation>手算这次更新：留空的练习单和答案</translation>
    </message>
    <message>
        <source>This scene from its beginning</source>
        <translation>从头开始本场景</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Tour of a lecture</source>
        <translation>课件导览</translation>
    </message>
    <message>
        <source>Tour: backpropagation by hand</source>
        <translation>导览：手算反向传播</translation>
    </message>
    <message>
        <source>Tour: hidden layers and backpropagation</source>
        <translation>导览：隐藏层与反向传播</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train faster</source>
        <translation>加快训练</translation>
    </message>
    <message>
        <source>Train more slowly</source>
        <translation>放慢训练</translation>
    </message>
    <message>
        <source>Train on in nnviz&apos;s own engine, from the update that is shown</source>
        <translation>从当前显示的更新起，在nnviz自己的引擎中继续训练</translation>
    </message>
    <message>
        <source>Train the experiment with many seeds or learning rates, side by side</source>
        <translation>用多个随机种子或学习率训练同一实验，并排比较</translation>
    </message>
    <message>
        <source>Train two experiments side by side that differ in one thing</source>
        <translation>并排训练只差一处的两个实验</translation>
    </message>
    <message>
        <source>Train without stopping at each step, or stop training</source>
        <translation>不停顿地连续训练，或停止训练</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Type a new value for the weight or bias that is picked</source>
        <translation>为选中的权重或偏置输入新值</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last change, and go to where it was made</source>
        <translation>撤销上一次修改，并回到修改之处</translation>
    </message>
    <message>
        <source>Unit maps</source>
        <translation>单元响应图</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Values of the weights</source>
        <translation>权重数值</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Web page…</source>
        <translation>网页…</translation>
    </message>
    <message>
        <source>Weights…</source>
        <translation>权重…</translation>
    </message>
    <message>
        <source>What is on screen as a picture of any size, in any theme; SVG and PDF with text</source>
        <translation>把屏幕上的内容存为任意尺寸、任意主题的图片；SVG和PDF中的文字仍是文字</translation>
    </message>
    <message>
        <source>Whole stage</source>
        <translation>整个舞台</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>全部擦除</translation>
    </message>
    <message>
        <source>Wipe away all that is drawn on this cue</source>
        <translation>擦除本提示步上画的全部内容</translation>
    </message>
    <message>
        <source>Wipe away what the pen has drawn last</source>
        <translation>擦除画笔最后画的一笔</translation>
    </message>
    <message>
        <source>Worksheet…</source>
        <translation>练习单…</translation>
    </message>
    <message>
        <source>Write 0,5 instead of 0.5</source>
        <translation>小数写作0,5而不是0.5</translation>
    </message>
    <message>
        <source>Write the experiment into a file, or the session with its run</source>
        <translation>把实验写入文件，或连同运行保存为会话</translation>
    </message>
    <message>
        <source>Write what is on screen into a lecture, as a scene of its own</source>
        <translation>把屏幕上的内容作为新场景写入课件</translation>
    </message>
    <message>
        <source>Write what is on screen into the lecture, as the scene&apos;s next cue</source>
        <translation>把屏幕上的内容作为本场景的下一个提示步写入课件</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>flat: g′ ≈ 0</source>
        <translation>平坦：g′ ≈ 0</translation>
    </message>
</context>
<context>
    <name>AnswerBlock</name>
    <message>
        <source>Hands: type a number, ↓ the next answer, Backspace</source>
        <translation>举手人数：输入数字，↓到下一个答案，Backspace删除</translation>
    </message>
</context>
<context>
    <name>ArchitectureLine</name>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>The units of each hidden layer, without inputs and outputs: 8-8-2. 0 for no hidden layer. Arrow keys change the number at the caret</source>
        <translation>各隐藏层的单元数，不含输入和输出：8-8-2。没有隐藏层写0。方向键改变光标处的数</translation>
    </message>
    <message>
        <source>Units of the hidden layers</source>
        <translation>各隐藏层的单元数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>Not quite.</source>
        <translation>还不太对。</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>答对了。</translation>
    </message>
</context>
<context>
    <name>Authoring</name>
    <message>
        <source>A cue belongs to a scene: save this as a scene first.</source>
        <translation>提示步属于场景：请先保存为场景。</translation>
    </message>
    <message>
        <source>A lecture that is built in stays as it is: save this as a scene first.</source>
        <translation>内置课件保持原样：请先保存为场景。</translation>
    </message>
    <message>
        <source>Add as cue</source>
        <translation>添加为提示步</translation>
    </message>
    <message>
        <source>Added as cue %1, in %2.</source>
        <translation>已作为提示步%1添加到%2。</translation>
    </message>
    <message>
        <source>Lectures (*.toml)</source>
        <translation>课件 (*.toml)</translation>
    </message>
    <message>
        <source>Nothing was written: {}</source>
        <translation>没有写入：{}</translation>
    </message>
    <message>
        <source>Save as scene</source>
        <translation>保存为场景</translation>
    </message>
    <message>
        <source>Save as scene: a new lecture, or one that gets another scene</source>
        <translation>保存为场景：新建课件，或给已有课件加一个场景</translation>
    </message>
    <message>
        <source>Saved as a scene in %1.</source>
        <translation>已作为场景保存到%1。</translation>
    </message>
    <message>
        <source>The scene&apos;s title:</source>
        <translation>场景标题：</translation>
    </message>
    <message>
        <source>What is said, in one sentence:</source>
        <translation>要说的一句话：</translation>
    </message>
    <message>
        <source>this lecture is built in and stays as it is: choose another file</source>
        <translation>这份课件是内置的，保持原样：请另选文件</translation>
    </message>
</context>
<context>
    <name>AxisChoices</name>
    <message>
        <source>Input across</source>
        <translation>横轴输入</translation>
    </message>
    <message>
        <source>Input up</source>
        <translation>纵轴输入</translation>
    </message>
</context>
<context>
    <name>Backstage</name>
    <message>
        <source>Stage: {0} ({1} × {2})</source>
        <translation>舞台：{0}（{1} × {2}）</translation>
    </message>
    <message>
        <source>a lecture is given</source>
        <translation>正在放映课件</translation>
    </message>
    <message>
        <source>the screen</source>
        <translation>屏幕</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>before {0}, after {1}</source>
        <translation>之前{0}，之后{1}</translation>
    </message>
</context>
<context>
    <name>BestSwitch</name>
    <message>
        <source>Show what the network does with the parameters after the update on screen</source>
        <translation>显示网络用这次更新后的参数得到的结果</translation>
    </message>
    <message>
        <source>Show what the network does with the parameters of the best epoch on held-out data</source>
        <translation>显示网络用最佳轮次（按留出数据）的参数得到的结果</translation>
    </message>
    <message>
        <source>Whose parameters are shown</source>
        <translation>显示哪一组参数</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>BiasRow</name>
    <message>
        <source>bias of {}</source>
        <translation>{}的偏置</translation>
    </message>
</context>
<context>
    <name>BlamePage</name>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Click a unit: this shows which next-layer units its error comes from.</source>
        <translation>点击一个单元：这里显示它的误差来自下一层的哪些单元。</translation>
    </message>
    <message>
        <source>Dropout silences it here: this is the loss without it.</source>
        <translation>它在这里被随机失活：这是没有它时的损失。</translation>
    </message>
    <message>
        <source>It is knocked out: this is the loss without it.</source>
        <translation>它已关闭：这是没有它时的损失。</translation>
    </message>
    <message>
        <source>It makes no difference.</source>
        <translation>有没有它都一样。</translation>
    </message>
    <message>
        <source>Knock out</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>L now</source>
        <translation>当前L</translation>
    </message>
    <message>
        <source>L without {}</source>
        <translation>没有{}时的L</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Softmax couples the outputs, so each δ contains the errors of all.</source>
        <translation>softmax使各个输出互相耦合，所以每个δ都含有全部输出的误差。</translation>
    </message>
    <message>
        <source>The error passes back through the curve of the output: it is multiplied by the slope there.</source>
        <translation>误差经过输出层的激活曲线往回传：要乘以该处的斜率。</translation>
    </message>
    <message>
        <source>The network needs it.</source>
        <translation>网络需要它。</translation>
    </message>
    <message>
        <source>The network would be better without it.</source>
        <translation>没有它，网络反而更好。</translation>
    </message>
    <message>
        <source>The slope of a linear output is 1: δ is the error itself.</source>
        <translation>线性输出的斜率是1：δ就是误差本身。</translation>
    </message>
    <message>
        <source>The slope of a linear output is 1: δ is {} times the error.</source>
        <translation>线性输出的斜率是1：δ是误差的{}倍。</translation>
    </message>
    <message>
        <source>The slope of the output cancels against the logarithm&apos;s: only the error ŷ − y is left.</source>
        <translation>输出的斜率与对数的斜率相消，只剩下误差ŷ − y。</translation>
    </message>
    <message>
        <source>better without</source>
        <translation>没有它更好</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>it is needed</source>
        <translation>需要它</translation>
    </message>
    <message>
        <source>knocked out</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>没有差别</translation>
    </message>
    <message>
        <source>own g′ = 0: no error passes back</source>
        <translation>自身g′ = 0：误差传不回去</translation>
    </message>
    <message>
        <source>share = weight × next δ × own g′</source>
        <translation>份额 = 权重 × 下一层δ × 自身g′</translation>
    </message>
    <message>
        <source>share = weight × next δ × own g′ × mask</source>
        <translation>份额 = 权重 × 下一层δ × 自身g′ × 掩码</translation>
    </message>
    <message>
        <source>silenced here</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>weight × next δ × g′</source>
        <translation>权重 × 下一层δ × g′</translation>
    </message>
    <message>
        <source>weight × next δ × g′ × mask</source>
        <translation>权重 × 下一层δ × g′ × 掩码</translation>
    </message>
    <message>
        <source>{} = sum</source>
        <translation>{} = 总和</translation>
    </message>
    <message>
        <source>{} × mean of δ g′</source>
        <translation>{} × δ g′的平均</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Drawing board</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Only classes have labels that can be wrong: here numbers are predicted.</source>
        <translation>只有类别才有会标错的标签：这里预测的是数值。</translation>
    </message>
    <message>
        <source>There are {} points already, and no room for more.</source>
        <translation>已有{}个点，不能再多了。</translation>
    </message>
    <message>
        <source>move a point</source>
        <translation>移动一个点</translation>
    </message>
    <message>
        <source>remove a point</source>
        <translation>删除一个点</translation>
    </message>
</context>
<context>
    <name>BoardPlane</name>
    <message>
        <source>Click to put a point down.</source>
        <translation>单击，放一个点。</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>painted wrong, was</source>
        <translation>涂错，原为</translation>
    </message>
    <message>
        <source>point {}</source>
        <translation>点{}</translation>
    </message>
</context>
<context>
    <name>ChainRulePage</name>
    <message>
        <source>A factor is 0, so this path contributes nothing.</source>
        <translation>有一个因子为0，所以这条路径没有贡献。</translation>
    </message>
    <message>
        <source>Click a weight in the diagram, a line between two units, to see its gradient taken apart, factor by factor from the loss back to it. Click a unit to see its bias.</source>
        <translation>单击网络图中的一个权重（两个单元之间的连线），就会看到它的梯度怎样从损失往回一个因子一个因子地拆开。单击单元可看它的偏置。</translation>
    </message>
    <message>
        <source>Clipped: the whole gradient&apos;s norm is {norm}, so the update uses {factor} × this: {result}.</source>
        <translation>已裁剪：整个梯度的范数为{norm}，所以更新时用的是它的{factor}倍：{result}。</translation>
    </message>
    <message>
        <source>Mean over the batch&apos;s {count} examples: {result}.</source>
        <translation>本批{count}个样本的平均：{result}。</translation>
    </message>
    <message>
        <source>Mean over the batch, clipped (norm {norm}, so × {factor}): {result}.</source>
        <translation>本批的平均，已裁剪（范数{norm}，所以乘以{factor}）：{result}。</translation>
    </message>
    <message>
        <source>Nothing leads to an input, so it has no weight of its own. Click a line that leaves it.</source>
        <translation>没有连线通向输入单元，所以它没有自己的权重。请单击一条从它出发的连线。</translation>
    </message>
    <message>
        <source>This example is not in the batch. The batch&apos;s mean: {}.</source>
        <translation>这个样本不在本批中。本批的平均：{}。</translation>
    </message>
    <message>
        <source>Why is {}?</source>
        <translation>为什么{}？</translation>
    </message>
    <message>
        <source>mean over the {} examples of all that differs between them</source>
        <translation>凡随样本而变的量，都取{}个样本的平均</translation>
    </message>
    <message>
        <source>{count} paths lead from {weight} to the loss; their products add up.</source>
        <translation>从{weight}到损失有{count}条路径，各条的乘积相加。</translation>
    </message>
    <message>
        <source>{unit} is selected, so this is about its bias {bias}.</source>
        <translation>选中的是{unit}，所以这里看它的偏置{bias}。</translation>
    </message>
    <message>
        <source>{} paths; their products add up</source>
        <translation>{}条路径，乘积相加</translation>
    </message>
</context>
<context>
    <name>ChangesLine</name>
    <message>
        <source>1 changed</source>
        <translation>改了1项</translation>
    </message>
    <message>
        <source>Go back to “{origin}”, in a new run</source>
        <translation>恢复为“{origin}”，开始一次新的运行</translation>
    </message>
    <message>
        <source>Set all back</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Settings that differ from “{origin}” have a dot and a bold name</source>
        <translation>与“{origin}”不同的设置带圆点，名称加粗</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>改了{count}项</translation>
    </message>
</context>
<context>
    <name>Child</name>
    <message>
        <source>It could not be started: {}</source>
        <translation>无法启动：{}</translation>
    </message>
    <message>
        <source>It ended without a word.</source>
        <translation>它没有给出任何说明就结束了。</translation>
    </message>
</context>
<context>
    <name>ClaimRows</name>
    <message>
        <source>What this scene claims, and what is measured on the stage</source>
        <translation>本场景的论断，以及舞台上的测得值</translation>
    </message>
</context>
<context>
    <name>ClassPalette</name>
    <message>
        <source>Add class</source>
        <translation>添加类别</translation>
    </message>
</context>
<context>
    <name>ClassRow</name>
    <message>
        <source>Draw points of class {} (key {})</source>
        <translation>画类别{}的点（按键{}）</translation>
    </message>
    <message>
        <source>class {}</source>
        <translation>类别{}</translation>
    </message>
    <message>
        <source>class {}, {} points</source>
        <translation>类别{}，{}个点</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>all parameters are frozen, and PyTorch&apos;s optimisers want one that trains</source>
        <translation>所有参数都已冻结，而PyTorch的优化器至少需要一个参与训练的参数</translation>
    </message>
</context>
<context>
    <name>CodeLines</name>
    <message>
        <source>Go to this line&apos;s phase</source>
        <translation>转到这一行的阶段</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>How the step is written</source>
        <translation>训练步写成什么</translation>
    </message>
    <message>
        <source>The training step of this network appears here as code that runs, line by line.</source>
        <translation>这里逐行显示该网络的训练步，是可以运行的代码。</translation>
    </message>
    <message>
        <source>What was knocked out or frozen by hand since the run began is not in this code.</source>
        <translation>运行开始后手动关闭或冻结的内容不在这段代码里。</translation>
    </message>
    <message>
        <source>Without changes by hand.</source>
        <translation>不含手动更改。</translation>
    </message>
    <message>
        <source>Without what was knocked out or frozen by hand.</source>
        <translation>不含手动关闭或冻结的内容。</translation>
    </message>
    <message>
        <source>mathematics</source>
        <translation>数学公式</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>--cue is one of a lecture&apos;s --scene, and none is given</source>
        <translation>--cue是课件中--scene的提示步，而没有给出--scene</translation>
    </message>
    <message>
        <source>--every is about --epochs, and none are given</source>
        <translation>--every要与--epochs同用，而这里没有给出</translation>
    </message>
    <message>
        <source>--language: invalid choice: {value} (choose from {names})</source>
        <translation>--language：无效的选项：{value}（可选：{names}）</translation>
    </message>
    <message>
        <source>--part: there is no part &quot;{part}&quot;; known: {known}, and a panel&apos;s name with {plot}</source>
        <translation>--part：没有名为“{part}”的部分；已知：{known}，以及面板名后加{plot}</translation>
    </message>
    <message>
        <source>--scene is one of a lecture, and EXPERIMENT is none</source>
        <translation>--scene指的是讲座中的一个场景，而EXPERIMENT不是讲座</translation>
    </message>
    <message>
        <source>--scene: there is no scene &quot;{scene}&quot;; known: {known}</source>
        <translation>--scene：没有场景“{scene}”；已有的场景：{known}</translation>
    </message>
    <message>
        <source>--set and --train are about an EXPERIMENT, and {experiment} is a lecture</source>
        <translation>--set和--train只用于EXPERIMENT，而{experiment}是课件</translation>
    </message>
    <message>
        <source>--set and --train are about an EXPERIMENT, and {name} is a table</source>
        <translation>--set和--train只用于EXPERIMENT，而{name}是表格</translation>
    </message>
    <message>
        <source>--set is about an experiment; the state of a cue is what its scene says</source>
        <translation>--set针对实验；提示的状态由其场景决定</translation>
    </message>
    <message>
        <source>--set overrides fields of an EXPERIMENT, and none is given</source>
        <translation>--set用来改写EXPERIMENT的字段，而没有给出EXPERIMENT</translation>
    </message>
    <message>
        <source>--students: at most {most}</source>
        <translation>--students：最多{most}</translation>
    </message>
    <message>
        <source>--transparent is about a --part; the window has no ground to leave out</source>
        <translation>--transparent针对--part；窗口没有可省去的底色</translation>
    </message>
    <message>
        <source>--zoom: a picture has at most {largest} pixels a side</source>
        <translation>--zoom：图片每边最多{largest}像素</translation>
    </message>
    <message>
        <source>--{name} is about an experiment; the state of a cue is what its scene says</source>
        <translation>--{name}用于实验；提示步的状态由它的场景决定</translation>
    </message>
    <message>
        <source>--{name} is about single updates, --epochs about training: one of them</source>
        <translation>--{name}针对单次更新，--epochs针对训练过程：两者选一</translation>
    </message>
    <message>
        <source>; and of the view, for example view.panels=[&quot;data&quot;] or view.pick=W1[0,1]</source>
        <translation>；也可改写视图的字段，例如view.panels=[&quot;data&quot;]或view.pick=W1[0,1]</translation>
    </message>
    <message>
        <source>; several values, with commas between them, are tried in turn, each with those of the other fields</source>
        <translation>；用逗号隔开的多个值会依次尝试，并与其他字段的各个值组合</translation>
    </message>
    <message>
        <source>; the best parameters are back</source>
        <translation>；已恢复最佳参数</translation>
    </message>
    <message>
        <source>A claim is of the left or the right network, or of right/left or right-left, after a cue. What a metric is
about, the claim names: pick = &quot;W1[0,1]&quot;, layer = 1 (0 is the inputs) or batch = 10.</source>
        <translation>论断针对某个提示步之后的左网络（left）、右网络（right），或者right/left、right-left。指标的对象
由论断指明：pick = &quot;W1[0,1]&quot;、layer = 1（0是输入）或batch = 10。</translation>
    </message>
    <message>
        <source>A training that diverges says so, writes what it has, and exits with status 1.
In JSON, numbers that are not finite are the texts &quot;NaN&quot;, &quot;Infinity&quot; and &quot;-Infinity&quot;;
figures of an empty part of the data are null there and empty cells in CSV.</source>
        <translation>训练发散时会给出说明，写出已有的结果，并以状态码1退出。
JSON中，非有限的数写成文本&quot;NaN&quot;、&quot;Infinity&quot;和&quot;-Infinity&quot;；
若某个数据集为空，它的指标在JSON中为null，在CSV中为空单元格。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>EXPERIMENT is a lecture: one of its scenes alone</source>
        <translation>EXPERIMENT是讲座：只取其中一个场景</translation>
    </message>
    <message>
        <source>EXPERIMENT is a lecture: which of its scenes</source>
        <translation>EXPERIMENT为课件时：选哪个场景</translation>
    </message>
    <message>
        <source>Each problem is a line on standard error with its file, field and reason; the exit status is then 2.</source>
        <translation>每个问题在标准错误上占一行，给出文件、字段和原因；此时退出状态码为2。</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故意设置的错误</translation>
    </message>
    <message>
        <source>For example: nnviz sweep circle --seeds 20 --set training.learning_rate=0.01,0.1,1 --csv out.csv
             nnviz sweep circle --set network.hidden=[4],[8,8] --set training.optimizer=sgd,adam

The column &quot;seed&quot; is network.seed. A network that diverges is a row like the others, with the stop reason
diverged and its figures as they were; the exit status is 0. Ctrl-C keeps the networks that are done:
their rows are written, and the exit status is 1.</source>
        <translation>例如：nnviz sweep circle --seeds 20 --set training.learning_rate=0.01,0.1,1 --csv out.csv
      nnviz sweep circle --set network.hidden=[4],[8,8] --set training.optimizer=sgd,adam

“seed”列是network.seed。发散的网络与其他网络一样占一行，停止原因为
diverged，指标照实写出；退出状态码为0。按Ctrl-C时保留已完成的网络：
写出它们的行，退出状态码为1。</translation>
    </message>
    <message>
        <source>Initialisers</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Loss scales</source>
        <translation>损失尺度</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Numbers are written so that they read back to the same bits. JSON has none that are not finite:
a diverging run writes them as the texts &quot;NaN&quot;, &quot;Infinity&quot; and &quot;-Infinity&quot;, which float() reads;
its trace ends with the iteration that diverged, and the exit status is 1.</source>
        <translation>数字的写法保证读回后每一位都相同。JSON不能表示非有限的数：
训练发散时，它们写成文本&quot;NaN&quot;、&quot;Infinity&quot;和&quot;-Infinity&quot;，float()可以读取；
追踪记录到发散的那次迭代为止，退出状态码为1。</translation>
    </message>
    <message>
        <source>Optimisers</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Output activations</source>
        <translation>输出激活函数</translation>
    </message>
    <message>
        <source>Page Down goes on, Page Up goes back, Shift with them from scene to scene; . is black, Esc leaves.
With a second screen, notes and time are on this one; N shows them in a window, S swaps.

&quot;nnviz lecture list&quot;, &quot;lecture check&quot; and &quot;lecture metrics&quot; tell of lectures without giving them.</source>
        <translation>Page Down前进，Page Up后退，按住Shift则跳到下一个、上一个场景；.键黑屏，Esc退出。
有第二块屏幕时，备注和时间显示在这一块上；N把它们放进窗口，S交换屏幕。

“nnviz lecture list”、“lecture check”和“lecture metrics”只介绍课件，不放映。</translation>
    </message>
    <message>
        <source>Parameters, inputs and target are rounded to two decimals, and the engine makes its update on exactly
these: whoever calculates with the numbers on the sheet comes to those of the key.</source>
        <translation>参数、输入和目标值都取两位小数，引擎正是用这些数做一次更新：
按练习单上的数计算，得到的就是答案里的数。</translation>
    </message>
    <message>
        <source>PySide6 6.12.0 aborts on Python 3.11: {executable} -m pip install &apos;PySide6-Essentials&lt;6.12&apos;, or use Python 3.12 or newer</source>
        <translation>PySide6 6.12.0在Python 3.11上会崩溃：请运行{executable} -m pip install &apos;PySide6-Essentials&lt;6.12&apos;，或使用Python 3.12及以上版本</translation>
    </message>
    <message>
        <source>Qt needs system libraries that are missing here ({names}); install them: {install_command}</source>
        <translation>缺少Qt所需的系统库（{names}）；安装命令：{install_command}</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Steps that were computed again here, and came to the same numbers: {made:,}</source>
        <translation>在此重新计算并得到相同数值的步数：{made:,}</translation>
    </message>
    <message>
        <source>The products of the paths and the penalty&apos;s part sum to the gradient, before any clipping. For the mean
over a batch, the factors that differ from example to example are one, called &quot;mean&quot;. Where there are more
than 10,000 paths, the largest are listed, and &quot;rest&quot; is the sum of the others.</source>
        <translation>各路径的乘积加上惩罚项的部分，总和等于裁剪之前的梯度。对整批取平均时，
随样本而变的因子合并为一个，称为&quot;mean&quot;。路径超过10,000条时，
只列出最大的那些，其余的总和记为&quot;rest&quot;。</translation>
    </message>
    <message>
        <source>The program holds network, data and training, and prints a line for each epoch, train_loss,validation_loss:
the same numbers as &quot;nnviz train --csv&quot;, as far as the last digits of another order of sums allow.</source>
        <translation>程序包含网络、数据和训练，每个轮次输出一行训练损失和验证损失（train_loss,validation_loss）：
与“nnviz train --csv”的数值相同，只有求和顺序不同造成的最后几位可能不同。</translation>
    </message>
    <message>
        <source>The tensors are 0.weight, (out, in), 0.bias, 1.weight, ... in float64: torch.nn.Linear&apos;s, to the bit.
Inputs are what the network gets: the data after data.inputs and data.standardize.
An experiment reads them back: [network] weights = &quot;x.safetensors&quot;. ONNX has the activations too.</source>
        <translation>张量为0.weight（形状为(out, in)）、0.bias、1.weight……，用float64：与torch.nn.Linear的逐位相同。
输入是网络实际得到的：经过data.inputs和data.standardize之后的数据。
实验可以读回它们：[network] weights = &quot;x.safetensors&quot;。ONNX还带有激活函数。</translation>
    </message>
    <message>
        <source>Watch a neural network train, one iteration at a time, with true numbers.</source>
        <translation>观看神经网络一次迭代一次迭代地训练，每个数都是真实的。</translation>
    </message>
    <message>
        <source>What is measured is the median over a claim&apos;s seeds; the claim holds where as large a share of them as it
says is within its bound. Exit status 1 if one falls short, 2 if something is wrong with the lecture.</source>
        <translation>测得值是论断在各个随机种子上的中位数；落在界限内的种子达到论断所要求的比例，
论断就成立。有论断不成立时退出状态码为1，课件有错误时为2。</translation>
    </message>
    <message>
        <source>a command comes first: &quot;nnviz {name} ...&quot; (a file of that name is ./{name})</source>
        <translation>命令要写在最前面：“nnviz {name} ...”（同名文件写作“./{name}”）</translation>
    </message>
    <message>
        <source>a file, a session, a recording, or a built-in experiment (&quot;nnviz list&quot; names them)</source>
        <translation>文件、会话、记录或内置实验（“nnviz list”列出它们）</translation>
    </message>
    <message>
        <source>a file, or a built-in lecture</source>
        <translation>文件，或内置课件</translation>
    </message>
    <message>
        <source>a file, or a built-in lecture; usually {usual}</source>
        <translation>文件，或内置课件；默认为{usual}</translation>
    </message>
    <message>
        <source>a part alone: &quot;diagram&quot;, &quot;formula&quot;, a panel by its name in a view, or its plot, &quot;loss.plot&quot; for example; --size is then that of the part (default: as it is in the window)</source>
        <translation>只画一部分：“diagram”、“formula”、视图中某个面板的名称，或其中的图，例如“loss.plot”；此时--size是该部分的大小（默认：与窗口中相同）</translation>
    </message>
    <message>
        <source>about a</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>after cue {after}</source>
        <translation>提示步{after}之后</translation>
    </message>
    <message>
        <source>an example, by its place in the batch, from 0 (default: the mean over the batch)</source>
        <translation>批中的第几个样本，从0算起（默认：整批的平均）</translation>
    </message>
    <message>
        <source>an iteration to work out by hand: sheets with blanks, and the key</source>
        <translation>手算一次迭代：留空的练习单和答案</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>begin with this scene</source>
        <translation>从这个场景开始</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>close by itself after so long</source>
        <translation>过这么长时间后自动关闭</translation>
    </message>
    <message>
        <source>cues</source>
        <translation>提示步</translation>
    </message>
    <message>
        <source>data with</source>
        <translation>适用数据</translation>
    </message>
    <message>
        <source>deliberate fault in the data: {names}</source>
        <translation>数据中故意设置的错误：{names}</translation>
    </message>
    <message>
        <source>deliberate faults in the data: {names}</source>
        <translation>数据中故意设置的错误：{names}</translation>
    </message>
    <message>
        <source>draw a film of some updates, or of training</source>
        <translation>把若干次更新或训练过程画成影片</translation>
    </message>
    <message>
        <source>draw the window&apos;s picture into a file</source>
        <translation>把窗口的画面画到文件中</translation>
    </message>
    <message>
        <source>error: {what}</source>
        <translation>错误：{what}</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>expected A..B with A before B, for example 0..100, got &quot;{text}&quot;</source>
        <translation>应为A..B且A在B之前，例如0..100，得到的是“{text}”</translation>
    </message>
    <message>
        <source>expected FIELD=VALUE, got &quot;{text}&quot;</source>
        <translation>应为FIELD=VALUE，实际是“{text}”</translation>
    </message>
    <message>
        <source>expected LAYER,TO,FROM, for example 1,0,1, got &quot;{text}&quot;</source>
        <translation>应为LAYER,TO,FROM，例如1,0,1，实际是“{text}”</translation>
    </message>
    <message>
        <source>expected WIDTHxHEIGHT, for example 1280x720, at most {largest_side} pixels a side, got &quot;{text}&quot;</source>
        <translation>应为WIDTHxHEIGHT，例如1280x720，每边最多{largest_side}像素，实际是“{text}”</translation>
    </message>
    <message>
        <source>expected a number from 0.1 to {most}, got &quot;{text}&quot;</source>
        <translation>应为0.1到{most}之间的数，得到“{text}”</translation>
    </message>
    <message>
        <source>expected a number from 0.5 to 3, got &quot;{text}&quot;</source>
        <translation>应为0.5到3之间的数，实际是“{text}”</translation>
    </message>
    <message>
        <source>expected a number of seconds ≥ 0, got &quot;{text}&quot;</source>
        <translation>应为秒数（≥ 0），实际是“{text}”</translation>
    </message>
    <message>
        <source>expected a whole number ≥ {lowest}, got &quot;{text}&quot;</source>
        <translation>应为整数（≥ {lowest}），实际是“{text}”</translation>
    </message>
    <message>
        <source>expected an address, got &quot;{text}&quot;</source>
        <translation>应为一个地址，实际是“{text}”</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>至少需要一个参数</translation>
    </message>
    <message>
        <source>expected at most {most:,} seconds, got &quot;{text}&quot;</source>
        <translation>应为最多{most:,}秒，实际为“{text}”</translation>
    </message>
    <message>
        <source>expected frames a second from 1 to {most}, got &quot;{text}&quot;</source>
        <translation>每秒帧数应为1到{most}，得到的是“{text}”</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>需要一个参数</translation>
    </message>
    <message>
        <source>expected some of {names}, with commas between them, got &quot;{text}&quot;</source>
        <translation>应为{names}中的几个，用逗号隔开，实际是“{text}”</translation>
    </message>
    <message>
        <source>falls short</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>for students: beside the window, every control live</source>
        <translation>供学生自学：课件显示在窗口旁，所有控件都可操作</translation>
    </message>
    <message>
        <source>frames a second, 1 to {most} (default: {stills} for GIF and WebP, {video} else)</source>
        <translation>每秒帧数，1到{most}（默认：GIF和WebP为{stills}，其余为{video}）</translation>
    </message>
    <message>
        <source>give a lecture, with a clicker</source>
        <translation>用翻页笔放映课件</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>how finely it steps through them (default: phase)</source>
        <translation>步进的粒度（默认：phase）</translation>
    </message>
    <message>
        <source>how large the type is, 0.5 to 3 (default: 1)</source>
        <translation>字号的倍数，0.5到3（默认：1）</translation>
    </message>
    <message>
        <source>how many iterations (default: 1)</source>
        <translation>迭代多少次（默认：1）</translation>
    </message>
    <message>
        <source>in a window, for a call that shares one</source>
        <translation>在窗口中放映，便于在视频会议中共享</translation>
    </message>
    <message>
        <source>internal: {name}: {error} (NNVIZ_DEBUG=1 shows where)</source>
        <translation>内部错误：{name}：{error}（设置NNVIZ_DEBUG=1可显示出错位置）</translation>
    </message>
    <message>
        <source>invalid choice: {value} (choose from {names})</source>
        <translation>无效的选项：{value}（可选：{names}）</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第{layer}层</translation>
    </message>
    <message>
        <source>list the scenes of a lecture</source>
        <translation>列出课件的场景</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>make a web page of one file, in which the network trains in any browser, offline</source>
        <translation>制作单个文件的网页，网络可在任何设备中离线训练</translation>
    </message>
    <message>
        <source>make slides of an update, or of a lecture</source>
        <translation>为一次更新或一个课件生成幻灯片</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>测得</translation>
    </message>
    <message>
        <source>measures</source>
        <translation>度量的是</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>no claims</source>
        <translation>没有论断</translation>
    </message>
    <message>
        <source>no scene of it can be given</source>
        <translation>课件中没有可以放映的场景</translation>
    </message>
    <message>
        <source>not allowed with {name}</source>
        <translation>不能与{name}同用</translation>
    </message>
    <message>
        <source>note: {source}: {end}</source>
        <translation>提示：{source}：{end}</translation>
    </message>
    <message>
        <source>of a lecture, one scene alone</source>
        <translation>课件中的单个场景</translation>
    </message>
    <message>
        <source>of a lecture, the slides alone: a PDF has a page with notes for each otherwise</source>
        <translation>讲座只要幻灯片：否则PDF中每张各有一页带备注</translation>
    </message>
    <message>
        <source>on closing, write what nnviz measured of itself, for a bug report</source>
        <translation>关闭时写出nnviz对自身的测量结果，用于报告错误</translation>
    </message>
    <message>
        <source>on closing, write what was shown, and how long each cue took</source>
        <translation>关闭时写出放映过的内容和每个提示步的用时</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>override one field, for example training.learning_rate=0.5; the value is written as in a file, quotes around a single word may be left out, and no value at all brings the default back{more}; may be given several times</source>
        <translation>改写一个字段，例如training.learning_rate=0.5；值的写法与文件中相同，单个词的引号可以省略，不写值则恢复默认值{more}；可以多次使用</translation>
    </message>
    <message>
        <source>say whether an experiment or a lecture is valid, and if not, each problem</source>
        <translation>检查实验或课件是否有效，无效则指出每个问题</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>show this help and exit</source>
        <translation>显示本帮助并退出</translation>
    </message>
    <message>
        <source>slide</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>so many iterations (default: 1)</source>
        <translation>多少次迭代（默认：1）</translation>
    </message>
    <message>
        <source>so many pixels for each of the size, 0.1 to {most} (default: 1)</source>
        <translation>大小中的每个像素对应多少像素，0.1到{most}（默认：1）</translation>
    </message>
    <message>
        <source>so many sheets, each with weights of its own by the network&apos;s seed (default: 1)</source>
        <translation>练习单的份数，每份的权重由网络的随机种子决定，各不相同（默认：1）</translation>
    </message>
    <message>
        <source>standard output: it is closed</source>
        <translation>标准输出：已关闭</translation>
    </message>
    <message>
        <source>standard output: {reason}</source>
        <translation>标准输出：{reason}</translation>
    </message>
    <message>
        <source>take the gradient of one weight apart, path by path</source>
        <translation>把一个权重的梯度按路径逐条拆开</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>test, how often each class (row) was taken for each (column):</source>
        <translation>测试集，每一类（行）被判为各类（列）的次数：</translation>
    </message>
    <message>
        <source>the Python package {name} is missing here: install nnviz again, with what it needs</source>
        <translation>这里缺少Python包{name}：请连同所需的包重新安装nnviz</translation>
    </message>
    <message>
        <source>the display &quot;{display}&quot; does not answer: {without_display}</source>
        <translation>图形显示“{display}”没有响应：{without_display}</translation>
    </message>
    <message>
        <source>the experiment</source>
        <translation>实验文件</translation>
    </message>
    <message>
        <source>the first iteration (default: 0; of a session, where it stands)</source>
        <translation>第一次迭代（默认：0；会话则从其所在处开始）</translation>
    </message>
    <message>
        <source>the following arguments are required: {names}</source>
        <translation>缺少必需的参数：{names}</translation>
    </message>
    <message>
        <source>the formulas are not given</source>
        <translation>不给出公式</translation>
    </message>
    <message>
        <source>the seeds of weights and batches count from here (default: 1)</source>
        <translation>权重和分批的随机种子从这个数开始（默认：1）</translation>
    </message>
    <message>
        <source>the theme (default: light)</source>
        <translation>主题（默认：light）</translation>
    </message>
    <message>
        <source>the window needs a display; without one, &quot;nnviz render&quot; draws the same picture into a file</source>
        <translation>窗口需要图形显示；没有图形显示时，“nnviz render”可把同样的画面画到文件中</translation>
    </message>
    <message>
        <source>there is no display: {without_display}</source>
        <translation>没有图形显示：{without_display}</translation>
    </message>
    <message>
        <source>those before iteration K (default: 0, the weights that training starts from; of a session, those on screen)</source>
        <translation>迭代K之前的权重（默认：0，即训练开始时的权重；会话则为屏幕上的权重）</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>train at most so many epochs</source>
        <translation>最多训练这么多轮</translation>
    </message>
    <message>
        <source>train at once</source>
        <translation>立即开始训练</translation>
    </message>
    <message>
        <source>train each combination K times (default: 1): network.seed and training.seed as they are, and then each 1 more; the data stays the same</source>
        <translation>每种组合训练K次（默认：1）：第一次用原来的network.seed和training.seed，以后每次各加1；数据不变</translation>
    </message>
    <message>
        <source>train many networks: every combination of some settings and seeds</source>
        <translation>训练多个网络：各种设置与随机种子的全部组合</translation>
    </message>
    <message>
        <source>train on the workers of a Dask cluster, for example tcp://scheduler:8786, to the same numbers as here</source>
        <translation>由Dask集群的各个工作进程来训练，例如tcp://scheduler:8786；得到的数与在本机上相同</translation>
    </message>
    <message>
        <source>train the networks of a lecture and test what it claims</source>
        <translation>训练课件中的网络，检验它的论断</translation>
    </message>
    <message>
        <source>train to the end, and write those that came out</source>
        <translation>训练到结束，写出训练得到的参数</translation>
    </message>
    <message>
        <source>train, and write how it went</source>
        <translation>训练，并写出训练过程</translation>
    </message>
    <message>
        <source>training instead, from A epochs to B: a frame for each; 0 is before the first update</source>
        <translation>改为训练过程，从第A轮到第B轮：每轮一帧；0是第一次更新之前</translation>
    </message>
    <message>
        <source>unrecognized arguments: {names}</source>
        <translation>无法识别的参数：{names}</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法： </translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>view.{field}: a film goes its own way; --iteration or --epochs say where</source>
        <translation>view.{field}：影片的位置由--iteration或--epochs指定</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>what is left to fill in, of {names} (default: all)</source>
        <translation>留空哪些数，可选{names}（默认：全部）</translation>
    </message>
    <message>
        <source>what is spoken: {names}</source>
        <translation>使用的语言：{names}</translation>
    </message>
    <message>
        <source>what pages with text are printed on (default: what is usual where the system is)</source>
        <translation>带文字的页面使用的纸张（默认：系统所在地区的常用纸张）</translation>
    </message>
    <message>
        <source>what the claims of a lecture can speak of</source>
        <translation>课件的论断可以使用的指标</translation>
    </message>
    <message>
        <source>what the program is written with: numpy (the default) or pytorch</source>
        <translation>程序用什么来写：numpy（默认）或pytorch</translation>
    </message>
    <message>
        <source>what there is: experiments, data sets, activations, losses, …</source>
        <translation>列出现有的实验、数据集、激活函数、损失函数等</translation>
    </message>
    <message>
        <source>which cue of the scene (default: 1)</source>
        <translation>场景的第几个提示步（默认：1）</translation>
    </message>
    <message>
        <source>which iteration (default: 0; of a session, where it stands)</source>
        <translation>哪次迭代（默认：0；会话则为其所在处）</translation>
    </message>
    <message>
        <source>which iteration (default: 0; of a session, where it stands); the first example of its batch is worked out</source>
        <translation>哪一次迭代（默认：0，会话则为其当前位置）；计算的是其中那一批的第一个样本</translation>
    </message>
    <message>
        <source>which phase of it: x, z1, a1, ..., L, delta2, dW2, ..., update (default: update, the whole iteration; of a session, the one on screen)</source>
        <translation>其中哪个阶段：x、z1、a1、…、L、delta2、dW2、…、update（默认：update，即整个迭代；会话则为屏幕上的阶段）</translation>
    </message>
    <message>
        <source>which weight: its layer (1 is the first hidden one), the unit it leads to, and the unit or input that it comes from; units count from 0</source>
        <translation>哪个权重：它所在的层（1为第一个隐藏层）、通向的单元、来自的单元或输入；单元从0开始编号</translation>
    </message>
    <message>
        <source>width and height in pixels (default: {width}x{height})</source>
        <translation>宽和高，单位为像素（默认：{width}x{height}）</translation>
    </message>
    <message>
        <source>with --epochs: a frame for every Nth (default: 1)</source>
        <translation>与--epochs同用：每N轮一帧（默认：1）</translation>
    </message>
    <message>
        <source>with --part: without the ground that it lies on</source>
        <translation>与--part同用：不画它所在的底色</translation>
    </message>
    <message>
        <source>with which iteration it begins (default: 0; of a session, where it stands)</source>
        <translation>从哪次迭代开始（默认：0；会话则为其所在处）</translation>
    </message>
    <message>
        <source>write Moodle XML, a Cloze question for each student</source>
        <translation>写出Moodle XML，每名学生一道完形填空题（Cloze）</translation>
    </message>
    <message>
        <source>write a row for each claim: measured, bound, share of the seeds</source>
        <translation>每条论断写一行：测得值、界限、成立的种子比例</translation>
    </message>
    <message>
        <source>write a row for each network: settings, seed, losses, scores, how it ended</source>
        <translation>每个网络写一行：设置、随机种子、损失、得分、结束方式</translation>
    </message>
    <message>
        <source>write every number of some iterations</source>
        <translation>写出若干次迭代中的每一个数</translation>
    </message>
    <message>
        <source>write losses and scores, a row for each epoch</source>
        <translation>写出损失和得分，每轮一行</translation>
    </message>
    <message>
        <source>write network, data and training as a program, in plain NumPy or PyTorch</source>
        <translation>把网络、数据和训练写成一个程序，用NumPy或PyTorch</translation>
    </message>
    <message>
        <source>write questions in GIFT, one for each blank</source>
        <translation>写出GIFT格式的题目，每个空一道题</translation>
    </message>
    <message>
        <source>write the explanation</source>
        <translation>写出拆解结果</translation>
    </message>
    <message>
        <source>write the film, by the file&apos;s ending a GIF, a WebP, an MP4 or a WebM; the latter two need ffmpeg</source>
        <translation>写出影片，按文件扩展名为GIF、WebP、MP4或WebM；后两种需要ffmpeg</translation>
    </message>
    <message>
        <source>write the final figures, the best epoch, why it stopped, and the whole experiment</source>
        <translation>写出最终指标、最佳轮次、停止原因和整个实验</translation>
    </message>
    <message>
        <source>write the key: a CSV with student, field, value and tolerance, or a PDF or an HTML file</source>
        <translation>写出答案：含student、field、value、tolerance四列的CSV，或PDF、HTML文件</translation>
    </message>
    <message>
        <source>write the list as JSON</source>
        <translation>以JSON格式写出列表</translation>
    </message>
    <message>
        <source>write the lists as JSON</source>
        <translation>把列表写成JSON</translation>
    </message>
    <message>
        <source>write the page, an HTML file</source>
        <translation>写出网页，一个HTML文件</translation>
    </message>
    <message>
        <source>write the parameters for other tools, as safetensors or ONNX</source>
        <translation>为其他工具写出参数，格式为safetensors或ONNX</translation>
    </message>
    <message>
        <source>write the picture, a PNG, or by the file&apos;s ending an SVG or a PDF</source>
        <translation>写出图像，PNG格式，或按文件扩展名为SVG、PDF格式</translation>
    </message>
    <message>
        <source>write the program, a Python script, or by the file&apos;s ending .ipynb a Jupyter notebook</source>
        <translation>写出程序：Python脚本，文件扩展名为.ipynb时则为Jupyter笔记本</translation>
    </message>
    <message>
        <source>write the same as JSON</source>
        <translation>以JSON格式写出同样的内容</translation>
    </message>
    <message>
        <source>write the sheets, a PDF or an HTML file to print</source>
        <translation>写出练习单：供打印的PDF或HTML文件</translation>
    </message>
    <message>
        <source>write the slides, by the file&apos;s ending for PowerPoint (.pptx) or a page each (.pdf)</source>
        <translation>写出幻灯片，按文件扩展名为PowerPoint（.pptx）或每张一页（.pdf）</translation>
    </message>
    <message>
        <source>write the trace</source>
        <translation>写出追踪记录</translation>
    </message>
    <message>
        <source>write them, as safetensors, or by the file&apos;s ending as ONNX</source>
        <translation>写出参数，格式为safetensors，或按文件扩展名写成ONNX</translation>
    </message>
    <message>
        <source>{argument}: {reason}</source>
        <translation>{argument}：{reason}</translation>
    </message>
    <message>
        <source>{debian} (Debian, Ubuntu) or {fedora} (Fedora)</source>
        <translation>{debian}（Debian、Ubuntu）或{fedora}（Fedora）</translation>
    </message>
    <message>
        <source>{epoch:,} epochs, {iteration:,} iterations: {message}{back}</source>
        <translation>{epoch:,}轮，{iteration:,}次迭代：{message}{back}</translation>
    </message>
    <message>
        <source>{lecture}: {short:,} of {verdicts:,} claims fall short</source>
        <translation>{lecture}：{verdicts:,}条论断中有{short:,}条不成立</translation>
    </message>
    <message>
        <source>{message} (see &quot;{program} --help&quot;)</source>
        <translation>{message}（参见“{program} --help”）</translation>
    </message>
    <message>
        <source>{names}, {parameters:,} parameters, {examples} to train on, {validation:,} to validate, {test:,} to test</source>
        <translation>{names}，{parameters:,}个参数，训练集{examples}，验证集{validation:,}个，测试集{test:,}个</translation>
    </message>
    <message>
        <source>{name}, which is read</source>
        <translation>要读取的{name}</translation>
    </message>
    <message>
        <source>{output}: the result would overwrite {what}</source>
        <translation>{output}：结果会覆盖{what}</translation>
    </message>
    <message>
        <source>{out}: expected a file that ends in {endings}, got &quot;{suffix}&quot;</source>
        <translation>{out}：文件名应以{endings}结尾，实际是“{suffix}”</translation>
    </message>
    <message>
        <source>{out}: films are GIF, WebP, MP4 or WebM files, not &quot;{suffix}&quot;</source>
        <translation>{out}：影片是GIF、WebP、MP4或WebM文件，不是“{suffix}”</translation>
    </message>
    <message>
        <source>{out}: pictures are PNG, SVG or PDF files, not &quot;{suffix}&quot;</source>
        <translation>{out}：图像文件只能是PNG、SVG或PDF，不能是“{suffix}”</translation>
    </message>
    <message>
        <source>{out}: programs are .py or .ipynb files, not &quot;{suffix}&quot;</source>
        <translation>{out}：程序是.py或.ipynb文件，而不是“{suffix}”</translation>
    </message>
    <message>
        <source>{out}: python-pptx makes slides for PowerPoint, and is not installed: pip install &apos;nnviz-desktop[slides]&apos;; .pdf does not need it</source>
        <translation>{out}：PowerPoint幻灯片由python-pptx生成，但没有安装：pip install &apos;nnviz-desktop[slides]&apos;；.pdf不需要它</translation>
    </message>
    <message>
        <source>{out}: slides are PPTX or PDF files, not &quot;{suffix}&quot;</source>
        <translation>{out}：幻灯片是PPTX或PDF文件，不是“{suffix}”</translation>
    </message>
    <message>
        <source>{out}: weights are {names} files, not &quot;{suffix}&quot;</source>
        <translation>{out}：权重文件是{names}，不是“{suffix}”</translation>
    </message>
    <message>
        <source>{results:,} of {members:,} networks are done</source>
        <translation>{members:,}个网络中已完成{results:,}个</translation>
    </message>
    <message>
        <source>{results:,}/{members:,} networks</source>
        <translation>{results:,}/{members:,}个网络</translation>
    </message>
    <message>
        <source>{source} is a lecture: --scene says what of it is drawn</source>
        <translation>{source}是课件：用--scene指明画哪个场景</translation>
    </message>
    <message>
        <source>{source} is a lecture: --scene says what of it is filmed</source>
        <translation>{source}是讲座：用--scene说明录制其中的哪一场景</translation>
    </message>
    <message>
        <source>{source} is a recording: it can be looked at, traced, explained and drawn, not trained</source>
        <translation>{source}是一份记录：可以查看、追踪、解释和绘制，但不能训练</translation>
    </message>
    <message>
        <source>{source} is a recording: it is what it was, and --set is about an experiment</source>
        <translation>{source}是一份记录：它不会改变，而--set针对的是实验</translation>
    </message>
    <message>
        <source>{source} is a session: its run is what it is, and --set is about an experiment</source>
        <translation>{source}是会话：其运行已成定局，而--set针对的是实验</translation>
    </message>
    <message>
        <source>{source} is an experiment: only a lecture has a --scene</source>
        <translation>{source}是实验：只有课件才有--scene</translation>
    </message>
    <message>
        <source>{source}: --from {start}: {error}</source>
        <translation>{source}：--from {start}：{error}</translation>
    </message>
    <message>
        <source>{source}: --iteration {iteration}: {error}</source>
        <translation>{source}：--iteration {iteration}：{error}</translation>
    </message>
    <message>
        <source>{source}: interrupted: {done}</source>
        <translation>{source}：已中断：{done}</translation>
    </message>
    <message>
        <source>{source}: its run was changed on the way, and a program only knows the experiment</source>
        <translation>{source}：这次运行在途中被改动过，而程序只包含实验本身</translation>
    </message>
    <message>
        <source>{source}: its run was changed on the way, and a sweep trains each network anew</source>
        <translation>{source}：其运行中途被改动过，而扫描会重新训练每个网络</translation>
    </message>
    <message>
        <source>{source}: valid: a lecture, {scenes}, {minutes} minutes</source>
        <translation>{source}：有效：课件，{scenes}，{minutes}分钟</translation>
    </message>
    <message>
        <source>{source}: valid: a recording of {steps:,} steps: {what}</source>
        <translation>{source}：有效：{steps:,}步的记录：{what}</translation>
    </message>
    <message>
        <source>{source}: valid: a session at iteration {iteration}, {lines}: {what}</source>
        <translation>{source}：有效：会话，位于迭代{iteration}，{lines}：{what}</translation>
    </message>
    <message>
        <source>{source}: valid: {what}</source>
        <translation>{source}：有效：{what}</translation>
    </message>
    <message>
        <source>{title}: {minutes:g} minutes</source>
        <translation>{title}：{minutes:g}分钟</translation>
    </message>
    <message>
        <source>{title}: {widths}, {parameter_count:,} parameters</source>
        <translation>{title}：{widths}，{parameter_count:,}个参数</translation>
    </message>
    <message>
        <source>{wanted}: only one result can go there</source>
        <translation>{wanted}：只能写入一项结果</translation>
    </message>
    <message>
        <source>{what}; &quot;-&quot; is standard output</source>
        <translation>{what}；“-”表示标准输出</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>of this class</source>
        <translation>占该类</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>predicted →</source>
        <translation>预测 →</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>true ↓</source>
        <translation>真实 ↓</translation>
    </message>
    <message>
        <source>true ↓ pred. →</source>
        <translation>真实 ↓ 预测 →</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{}/{}</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Black (.)</source>
        <translation>黑屏（.）</translation>
    </message>
    <message>
        <source>Frozen (Z)</source>
        <translation>画面冻结（Z）</translation>
    </message>
    <message>
        <source>Off the script</source>
        <translation>已离开提示步</translation>
    </message>
    <message>
        <source>On screen · {0}</source>
        <translation>正在放映 · {0}</translation>
    </message>
    <message>
        <source>On screen · {0} · {1}</source>
        <translation>正在放映 · {0} · {1}</translation>
    </message>
    <message>
        <source>cue {0} of {1}</source>
        <translation>提示步{0}/{1}</translation>
    </message>
    <message>
        <source>for all {0} seeds</source>
        <translation>{0}个随机种子全部成立</translation>
    </message>
    <message>
        <source>for {0} of {1} seeds</source>
        <translation>{1}个随机种子中{0}成立</translation>
    </message>
    <message>
        <source>from the beginning, the same weights</source>
        <translation>从头开始，权重相同</translation>
    </message>
    <message>
        <source>in batches of {0}</source>
        <translation>每批{0}个</translation>
    </message>
    <message>
        <source>nnviz – console</source>
        <translation>nnviz – 演讲者视图</translation>
    </message>
    <message>
        <source>of layer {0}</source>
        <translation>（第{0}层）</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>进度正好</translation>
    </message>
    <message>
        <source>question before cue {0}</source>
        <translation>提示步{0}之前的提问</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>right / left</source>
        <translation>右侧 / 左侧</translation>
    </message>
    <message>
        <source>right − left</source>
        <translation>右侧 − 左侧</translation>
    </message>
    <message>
        <source>right: {0}</source>
        <translation>右侧：{0}</translation>
    </message>
    <message>
        <source>trains {0} epochs</source>
        <translation>训练{0}轮</translation>
    </message>
    <message>
        <source>{0} min ahead</source>
        <translation>提前{0}分钟</translation>
    </message>
    <message>
        <source>{0} min behind</source>
        <translation>落后{0}分钟</translation>
    </message>
    <message>
        <source>{0} updates</source>
        <translation>{0}次更新</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>The screen is blank</source>
        <translation>黑屏</translation>
    </message>
</context>
<context>
    <name>CurvePage</name>
    <message>
        <source>An error on its way back is multiplied by {}.</source>
        <translation>误差反向传播到这里时乘以{}。</translation>
    </message>
    <message>
        <source>Click a unit to see the curve of its activation, and where on it the unit stands.</source>
        <translation>点击一个单元，看它的激活函数曲线，以及它处在曲线的什么位置。</translation>
    </message>
    <message>
        <source>Dropout silences this unit here: it outputs 0 whatever z is.</source>
        <translation>随机失活在这里关闭了这个单元：无论z是多少，输出都是0。</translation>
    </message>
    <message>
        <source>Means over the batch: the mean of g(z) is not g of the mean z.</source>
        <translation>这里是整批的平均：g(z)的平均不等于平均z的g值。</translation>
    </message>
    <message>
        <source>Means over the batch: the mean of softmax(z) is not softmax of the mean z.</source>
        <translation>这里是整批的平均：softmax(z)的平均不等于平均z的softmax值。</translation>
    </message>
    <message>
        <source>Softmax couples the outputs: they sum to 1, so a larger z of one takes from all the others.</source>
        <translation>softmax使各输出互相耦合：总和为1，一个z变大，其他输出都变小。</translation>
    </message>
    <message>
        <source>This unit is knocked out: it outputs 0 whatever z is.</source>
        <translation>这个单元已关闭：无论z是多少，输出都是0。</translation>
    </message>
    <message>
        <source>With dropout it outputs {0} × g(z), and passes back {0} × g′(z).</source>
        <translation>有随机失活时，它输出{0} × g(z)，反向传回{0} × g′(z)。</translation>
    </message>
</context>
<context>
    <name>CurvesCard</name>
    <message>
        <source>1 epoch</source>
        <translation>1轮</translation>
    </message>
    <message>
        <source>1 iteration</source>
        <translation>1次迭代</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal distances are equal ratios</source>
        <translation>损失轴取对数：距离相等，比值就相等</translation>
    </message>
    <message>
        <source>R restarts</source>
        <translation>R重新开始</translation>
    </message>
    <message>
        <source>T continues, R restarts</source>
        <translation>T继续，R重新开始</translation>
    </message>
    <message>
        <source>Two different losses</source>
        <translation>两种不同的损失函数</translation>
    </message>
    <message>
        <source>Two different losses: compare their shapes, not their heights.</source>
        <translation>两种不同的损失函数：只比形状，不比高低。</translation>
    </message>
    <message>
        <source>What the curves are</source>
        <translation>曲线的内容</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>both stopped</source>
        <translation>两侧都已停止</translation>
    </message>
    <message>
        <source>epochs: {} left, {} right</source>
        <translation>轮数：左{}，右{}</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>{} epochs</source>
        <translation>{}轮</translation>
    </message>
    <message>
        <source>{} iterations</source>
        <translation>{}次迭代</translation>
    </message>
    <message>
        <source>{} · iterations: {} left, {} right</source>
        <translation>{} · 迭代次数：左{}，右{}</translation>
    </message>
</context>
<context>
    <name>DataEditor</name>
    <message>
        <source>, edited</source>
        <translation>（已编辑）</translation>
    </message>
    <message>
        <source>All points are of one class: there is nothing to tell apart.</source>
        <translation>所有点同属一类：没有什么可区分的。</translation>
    </message>
    <message>
        <source>All points have the same number: there is nothing to tell apart.</source>
        <translation>所有点的数值都相同：没有什么可区分的。</translation>
    </message>
    <message>
        <source>Click adds a point, drag moves one, right click removes one</source>
        <translation>单击加点，拖动移点，右击删点</translation>
    </message>
    <message>
        <source>Drag gives the points under the brush the chosen class or value</source>
        <translation>拖动，把画笔下的点改成所选的类别或数值</translation>
    </message>
    <message>
        <source>Drag paints label noise on: points under the brush get the label of the next class, and a cross</source>
        <translation>拖动，涂上标签噪声：画笔下的点改成下一个类别的标签，并打上叉</translation>
    </message>
    <message>
        <source>Drag removes the points under the brush</source>
        <translation>拖动，删去画笔下的点</translation>
    </message>
    <message>
        <source>Drag sprays points</source>
        <translation>拖动，喷洒点</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>手绘数据</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>No points of class {}.</source>
        <translation>类别{}没有点。</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Recolour</source>
        <translation>改色</translation>
    </message>
    <message>
        <source>Spray</source>
        <translation>喷洒</translation>
    </message>
    <message>
        <source>The features need other inputs: the points go in as they are.</source>
        <translation>所设的特征需要别的输入：这些点直接作为输入。</translation>
    </message>
    <message>
        <source>The file&apos;s weights no longer fit: new ones are drawn.</source>
        <translation>文件中的权重不再适用：重新随机生成。</translation>
    </message>
    <message>
        <source>This data has {count} inputs. A board has room for one or two: it cannot be edited by hand.</source>
        <translation>这个数据有{count}个输入。画板只能容纳一两个，无法手工编辑。</translation>
    </message>
    <message>
        <source>This data has {count} numbers to predict for each example. By hand, there can be one.</source>
        <translation>这个数据每个样本要预测{count}个数值。手工编辑时只能有一个。</translation>
    </message>
    <message>
        <source>Without a validation part there is no early stopping.</source>
        <translation>没有验证集，就不能早停。</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>错误标签</translation>
    </message>
    <message>
        <source>add a point</source>
        <translation>加点</translation>
    </message>
    <message>
        <source>erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <source>paint wrong labels</source>
        <translation>涂错误标签</translation>
    </message>
    <message>
        <source>recolour points</source>
        <translation>给点改色</translation>
    </message>
    <message>
        <source>spray points</source>
        <translation>喷洒点</translation>
    </message>
    <message>
        <source>there are no points yet</source>
        <translation>还没有点</translation>
    </message>
    <message>
        <source>{count} classes are too many to be edited by hand (at most 10).</source>
        <translation>{count}个类别太多，无法手工编辑（最多10个）。</translation>
    </message>
    <message>
        <source>{count} examples are too many to be edited by hand (at most {most}).</source>
        <translation>{count}个样本太多，无法手工编辑（最多{most}个）。</translation>
    </message>
    <message>
        <source>“{}”, the input in another unit, is gone.</source>
        <translation>用错单位的输入“{}”已不存在。</translation>
    </message>
</context>
<context>
    <name>DataEditorDialog</name>
    <message>
        <source>1 label painted wrong ({})</source>
        <translation>涂错1个标签（{}）</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1个点</translation>
    </message>
    <message>
        <source>A point&apos;s height is its class: each class has a lane.</source>
        <translation>点的高度表示类别：每个类别占一条横带。</translation>
    </message>
    <message>
        <source>A point&apos;s height is the number to predict.</source>
        <translation>点的高度就是要预测的数值。</translation>
    </message>
    <message>
        <source>Arrows move a crosshair (Ctrl: with the point there) · Enter uses the tool · Delete removes · 1–9 choose the class</source>
        <translation>方向键移动十字（按住Ctrl连点一起移） · Enter使用工具 · Delete删除 · 1–9选类别</translation>
    </message>
    <message>
        <source>Arrows move a crosshair · Enter uses the tool · Delete removes · 1–9 choose the class</source>
        <translation>方向键移动十字 · Enter使用工具 · Delete删除 · 1–9选类别</translation>
    </message>
    <message>
        <source>Arrows: crosshair · Enter: tool · Delete: remove</source>
        <translation>方向键：十字 · Enter：工具 · Delete：删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Drawing board</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Edit the data</source>
        <translation>编辑数据</translation>
    </message>
    <message>
        <source>Number to predict</source>
        <translation>要预测的数值</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show all points (F)</source>
        <translation>显示所有点（F）</translation>
    </message>
    <message>
        <source>Show less, larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Show more around the points (−)</source>
        <translation>缩小，多显示周围（−）</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>初始数据</translation>
    </message>
    <message>
        <source>Starts a new run once there are points</source>
        <translation>有了点就可以开始一次新的运行</translation>
    </message>
    <message>
        <source>Starts a new run with these points (Ctrl+Enter)</source>
        <translation>用这些点开始一次新的运行（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Starts a new run with {}</source>
        <translation>用{}开始一次新的运行</translation>
    </message>
    <message>
        <source>These points cannot be used: {}</source>
        <translation>不能使用这些点：{}</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Use this data</source>
        <translation>使用这个数据</translation>
    </message>
    <message>
        <source>Your drawing would be lost. Close again to discard it.</source>
        <translation>绘制的数据会丢失。再次关闭即放弃。</translation>
    </message>
    <message>
        <source>add class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>drawn at random by the data&apos;s seed {}</source>
        <translation>按数据随机种子{}随机划分</translation>
    </message>
    <message>
        <source>sorted, not drawn at random</source>
        <translation>按排序划分，不随机</translation>
    </message>
    <message>
        <source>start from {}</source>
        <translation>载入{}</translation>
    </message>
    <message>
        <source>y of new points</source>
        <translation>新点的y</translation>
    </message>
    <message>
        <source>{} Here is an empty board.</source>
        <translation>{}这里是一块空画板。</translation>
    </message>
    <message>
        <source>{} labels painted wrong ({})</source>
        <translation>涂错{}个标签（{}）</translation>
    </message>
    <message>
        <source>{} points</source>
        <translation>{}个点</translation>
    </message>
    <message>
        <source>{} to train on, {} to validate, {} to test</source>
        <translation>训练{}个，验证{}个，测试{}个</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>2 of {} inputs</source>
        <translation>显示2个输入（共{}个）</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Follow this example from iteration to iteration</source>
        <translation>在各次迭代中始终跟踪这个样本</translation>
    </message>
    <message>
        <source>On the left the raw input, on the right what the network gets</source>
        <translation>左边是原始输入，右边是网络得到的输入</translation>
    </message>
    <message>
        <source>On the left the raw input, on the right what the network gets: </source>
        <translation>左边是原始输入，右边是网络得到的输入： </translation>
    </message>
    <message>
        <source>Pin the example</source>
        <translation>固定该样本</translation>
    </message>
    <message>
        <source>The examples appear here, each in its place, over what the network predicts there.</source>
        <translation>样本显示在这里，各在自己的位置，背景是网络在该处的预测。</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>boundary ŷ = {}</source>
        <translation>边界ŷ = {}</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>colours: y₁ of {}</source>
        <translation>颜色：y₁（共{}个）</translation>
    </message>
    <message>
        <source>example {}</source>
        <translation>样本{}</translation>
    </message>
    <message>
        <source>fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <source>in this batch</source>
        <translation>在本批中</translation>
    </message>
    <message>
        <source>mean of the batch</source>
        <translation>本批的平均</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>prediction ŷ</source>
        <translation>预测值ŷ</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>raw → input</source>
        <translation>原始值 → 输入</translation>
    </message>
    <message>
        <source>standardised by the training part&apos;s mean and deviation</source>
        <translation>按训练集的均值和标准差标准化</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>the batch&apos;s {} examples</source>
        <translation>本批的{}个样本</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>{} inputs</source>
        <translation>{}个输入</translation>
    </message>
    <message>
        <source>{} of the batch&apos;s {} examples</source>
        <translation>显示{}个样本（本批共{}个）</translation>
    </message>
    <message>
        <source>{} of {} drawn</source>
        <translation>画出{}个（共{}个）</translation>
    </message>
    <message>
        <source>{} straight piece</source>
        <translation>{}段直线</translation>
    </message>
    <message>
        <source>{} straight pieces</source>
        <translation>{}段直线</translation>
    </message>
</context>
<context>
    <name>DataPictures</name>
    <message>
        <source>Load the worked example: one example, two hidden units, known weights</source>
        <translation>载入手算例题：一个样本、两个隐藏单元、已知权重</translation>
    </message>
    <message>
        <source>Use this data; the network and the training stay as they are</source>
        <translation>使用这个数据；网络和训练设置不变</translation>
    </message>
</context>
<context>
    <name>DataPlot</name>
    <message>
        <source>Data plot</source>
        <translation>数据图</translation>
    </message>
    <message>
        <source>ŷ now</source>
        <translation>当前ŷ</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>Backward</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The network appears here as soon as an experiment is loaded.</source>
        <translation>载入实验后，这里显示网络。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>以及更多</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批平均</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>ep {epoch} · b {batch}</source>
        <translation>第{epoch}轮 · 批{batch}</translation>
    </message>
    <message>
        <source>epoch {epoch} · batch {batch}/{batches}</source>
        <translation>第{epoch}轮 · 批{batch}/{batches}</translation>
    </message>
    <message>
        <source>every weight follows its averaged gradients</source>
        <translation>每个权重都按梯度的滑动平均更新</translation>
    </message>
    <message>
        <source>every weight takes a small step against its gradient</source>
        <translation>每个权重都沿负梯度方向走一小步</translation>
    </message>
    <message>
        <source>everything is frozen: nothing changes</source>
        <translation>全部冻结：什么都不变</translation>
    </message>
    <message>
        <source>ex {number}</source>
        <translation>样本{number}</translation>
    </message>
    <message>
        <source>example {number} ({example}/{examples})</source>
        <translation>样本{number}（{example}/{examples}）</translation>
    </message>
    <message>
        <source>example {number}, not in this batch</source>
        <translation>样本{number}，不在本批中</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>knocked out</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>mean of {examples} examples</source>
        <translation>{examples}个样本的平均</translation>
    </message>
    <message>
        <source>one example enters the network</source>
        <translation>一个样本进入网络</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>本次关闭</translation>
    </message>
    <message>
        <source>step</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>term {term}/{terms}</source>
        <translation>项{term}/{terms}</translation>
    </message>
    <message>
        <source>the error signal δ starts at the output</source>
        <translation>误差信号δ从输出层开始</translation>
    </message>
    <message>
        <source>the prediction is compared with its target</source>
        <translation>预测值与目标值比较</translation>
    </message>
    <message>
        <source>unit {unit}/{units}</source>
        <translation>单元{unit}/{units}</translation>
    </message>
    <message>
        <source>w × input</source>
        <translation>w × 输入</translation>
    </message>
    <message>
        <source>weight {name}</source>
        <translation>权重{name}</translation>
    </message>
    <message>
        <source>what is not frozen takes a small step against its gradient</source>
        <translation>未冻结的权重沿负梯度方向走一小步</translation>
    </message>
    <message>
        <source>{example}, pinned</source>
        <translation>{example}，已固定</translation>
    </message>
    <message>
        <source>{layer} passes its sums through {activation}</source>
        <translation>{layer}的净输入经{activation}激活</translation>
    </message>
    <message>
        <source>{layer} passes its sums through {activation}; dropout silences some units</source>
        <translation>{layer}的净输入经{activation}激活；随机失活关闭一部分单元</translation>
    </message>
    <message>
        <source>{layer} sums its weighted inputs</source>
        <translation>{layer}对输入加权求和</translation>
    </message>
    <message>
        <source>δ flows on to {layer}</source>
        <translation>δ继续传到{layer}</translation>
    </message>
    <message>
        <source>δ leaves the output and reaches {layer}</source>
        <translation>δ离开输出层，传到{layer}</translation>
    </message>
    <message>
        <source>δ × input gives the gradient {symbol}</source>
        <translation>δ × 输入，得到梯度{symbol}</translation>
    </message>
</context>
<context>
    <name>DiagramView</name>
    <message>
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
</context>
<context>
    <name>DifferencePicker</name>
    <message>
        <source>Cannot change on the right:</source>
        <translation>右侧不能改：</translation>
    </message>
    <message>
        <source>Change on the right:</source>
        <translation>右侧改变：</translation>
    </message>
    <message>
        <source>What to change on the right</source>
        <translation>右侧改变什么</translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <source>{0} of {1}</source>
        <translation>第{0}个，共{1}个</translation>
    </message>
</context>
<context>
    <name>Dropped</name>
    <message>
        <source>“{}” has no ending: nnviz opens experiments (.toml), sessions (.nnviz), recordings (.nnviz-run) and tables (.csv, .tsv, .xlsx).</source>
        <translation>“{}”没有扩展名：nnviz可打开实验（.toml）、会话（.nnviz）、记录（.nnviz-run）和表格（.csv、.tsv、.xlsx）。</translation>
    </message>
    <message>
        <source>“{}” is an Excel file of the old kind: save it as .xlsx or as .csv.</source>
        <translation>“{}”是旧格式的Excel文件：请另存为“.xlsx”或“.csv”。</translation>
    </message>
    <message>
        <source>“{}” is neither an experiment (.toml) nor a session (.nnviz) nor a recording (.nnviz-run) nor a table (.csv, .tsv, .xlsx).</source>
        <translation>“{}”既不是实验（.toml）、会话（.nnviz）、记录（.nnviz-run），也不是表格（.csv、.tsv、.xlsx）。</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>all parameters moved in the landscape</source>
        <translation>在损失曲面上移动了全部参数</translation>
    </message>
    <message>
        <source>another class</source>
        <translation>换了类别</translation>
    </message>
    <message>
        <source>another target</source>
        <translation>换了目标值</translation>
    </message>
    <message>
        <source>best epoch&apos;s weights restored</source>
        <translation>已恢复最佳参数</translation>
    </message>
    <message>
        <source>example {0}: {1}</source>
        <translation>样本{0}：{1}</translation>
    </message>
    <message>
        <source>learning rate {0}</source>
        <translation>学习率{0}</translation>
    </message>
    <message>
        <source>other inputs</source>
        <translation>换了输入</translation>
    </message>
    <message>
        <source>stopped: {0}</source>
        <translation>已停止：{0}</translation>
    </message>
    <message>
        <source>trained on after the stop</source>
        <translation>停止后继续训练</translation>
    </message>
    <message>
        <source>{0} brought back</source>
        <translation>{0}已恢复</translation>
    </message>
    <message>
        <source>{0} frozen</source>
        <translation>{0}已冻结</translation>
    </message>
    <message>
        <source>{0} knocked out</source>
        <translation>{0}已关闭</translation>
    </message>
    <message>
        <source>{0} parameters frozen</source>
        <translation>{0}个参数已冻结</translation>
    </message>
    <message>
        <source>{0} parameters train again</source>
        <translation>{0}个参数已解冻</translation>
    </message>
    <message>
        <source>{0} trains again</source>
        <translation>{0}已解冻</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>    and {more:,} more columns</source>
        <translation>    以及另外{more:,}列</translation>
    </message>
    <message>
        <source>  format: {format}</source>
        <translation>  格式：{format}</translation>
    </message>
    <message>
        <source>  inputs: {count:,}</source>
        <translation>  输入：{count:,}个</translation>
    </message>
    <message>
        <source>  left out: {columns}</source>
        <translation>  未使用：{columns}</translation>
    </message>
    <message>
        <source>  mind: {warning}</source>
        <translation>  注意：{warning}</translation>
    </message>
    <message>
        <source>  missing: {gaps}</source>
        <translation>  缺失：{gaps}</translation>
    </message>
    <message>
        <source>  target: {target}, numbers</source>
        <translation>  目标：{target}，数值</translation>
    </message>
    <message>
        <source>  target: {target}, {classes} classes: {counts}</source>
        <translation>  目标：{target}，{classes}个类别：{counts}</translation>
    </message>
    <message>
        <source> (its first row is no header)</source>
        <translation> （第一行不是表头）</translation>
    </message>
    <message>
        <source> (where {names})</source>
        <translation> （其中{names}）</translation>
    </message>
    <message>
        <source> and</source>
        <translation> 且</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source> for example {example}, where {where}</source>
        <translation> （样本{example}，{where}）</translation>
    </message>
    <message>
        <source> from {ge:g} to {bound}</source>
        <translation> （{ge:g}到{bound}）</translation>
    </message>
    <message>
        <source> in {mark}</source>
        <translation>，单位{mark}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source> since training went on at epoch {waits_from}</source>
        <translation> （从第{waits_from}轮继续训练时算起）</translation>
    </message>
    <message>
        <source> without the {dropped:,} that lack a value</source>
        <translation> （不计{dropped:,}行缺值的）</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has another number in every row and may only name the rows, yet is an input</source>
        <translation>“{name}”每行的数都不同，可能只是行的名称，却是输入</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has another text in every row, so it only names the rows</source>
        <translation>“{name}”每行的文本都不同，只起行名的作用</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has exactly {examples} examples, got {got}</source>
        <translation>“{name}”固定有{examples}个样本，给出的是{got}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has {most:,} examples, got {examples:,}</source>
        <translation>“{name}”只有{most:,}个样本，给出的是{examples:,}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; has {names:,} classes: at most {most_classes}</source>
        <translation>“{name}”有{names:,}个类别：最多{most_classes}个</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds bounds or marks such as {text}: they are read as the number itself</source>
        <translation>“{name}”中有{text}这样的界限或记号：按数本身读取</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds dates, which are neither classes nor numbers</source>
        <translation>“{name}”是日期，既不能作类别，也不能作数值</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds dates, which cannot be inputs</source>
        <translation>“{name}”是日期，不能作输入</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds no numbers: of several targets each must</source>
        <translation>“{name}”不是数值：有多个目标时，每个都必须是数值</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds numbers and texts that repeat: they are read as categories</source>
        <translation>“{name}”中有数字和重复出现的文本：按类别读取</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds numbers in several units ({marks}): they are read as categories</source>
        <translation>“{name}”中的数值有多种单位（{marks}）：读作类别</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds {many} (at most {most_categories})</source>
        <translation>“{name}”有{many}（最多{most_categories}种）</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds {many} in {rows}, so it hardly does more than name the rows</source>
        <translation>“{name}”在{rows}中有{many}，几乎只起行名的作用</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds {text} and the like: read as numbers, it is {value:g}</source>
        <translation>“{name}”中有{text}这样的内容：按数字读取时是{value:g}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds {text} in row {row:,}: expected a finite number</source>
        <translation>“{name}”第{row:,}行是{text}：应为有限的数</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is empty</source>
        <translation>“{name}”是空列</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is one-hot together with the target, and tells it</source>
        <translation>“{name}”与目标一起构成one-hot，会泄露目标</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is read as days since 1970</source>
        <translation>“{name}”读作1970年以来的天数</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is {numbers:g} in every row: nothing to learn</source>
        <translation>“{name}”每行都是{numbers:g}：没什么可学的</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is {value:g} in {rows}, far from its others: data.reading.missing can say that it is none</source>
        <translation>“{name}”在{rows}中是{value:g}，远离其他数值：可用data.reading.missing说明它表示缺失</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is {value} in every row</source>
        <translation>“{name}”每行都是{value}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is {value} in every row that has a value</source>
        <translation>“{name}”每个有值的行都是{value}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; may be read in two ways: {text} is taken for {value}</source>
        <translation>“{name}”有两种读法：{text}被读作{value}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; only counts the rows</source>
        <translation>“{name}”只是行的编号</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; only counts the rows, yet is an input</source>
        <translation>“{name}”只是行号，却被当作输入</translation>
    </message>
    <message>
        <source>&quot;{name}&quot;: a weight is W[to,from], a bias is b[unit]</source>
        <translation>“{name}”：权重写作W[to,from]，偏置写作b[unit]</translation>
    </message>
    <message>
        <source>&quot;{name}&quot;: inputs of this layer count from 0 to {highest}</source>
        <translation>“{name}”：这一层的输入编号为0到{highest}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot;: layers count from 1 to {highest}</source>
        <translation>“{name}”：层的编号为1到{highest}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot;: units of this layer count from 0 to {highest}</source>
        <translation>&quot;{name}&quot;：这一层的单元从0数到{highest}</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; in &quot;{name}&quot; is read as a category, as it repeats</source>
        <translation>“{name}”中的“{word}”多次出现，读作一个类别</translation>
    </message>
    <message>
        <source>, but the text ends</source>
        <translation>，但公式到此结束</translation>
    </message>
    <message>
        <source>, decimal comma</source>
        <translation>，小数逗号</translation>
    </message>
    <message>
        <source>, decimal point</source>
        <translation>，小数点</translation>
    </message>
    <message>
        <source>, got {text}</source>
        <translation>，实际是{text}</translation>
    </message>
    <message>
        <source>, {missing:,} missing</source>
        <translation>，缺{missing:,}个</translation>
    </message>
    <message>
        <source>; did you mean &quot;{name}&quot;?</source>
        <translation>；是不是&quot;{name}&quot;？</translation>
    </message>
    <message>
        <source>; known: {names}</source>
        <translation>；可用的有：{names}</translation>
    </message>
    <message>
        <source>; known: {names}, and {more} more</source>
        <translation>；可用的有：{names}，还有{more}个</translation>
    </message>
    <message>
        <source>Excel, sheet &quot;{sheet}&quot;</source>
        <translation>Excel，工作表“{sheet}”</translation>
    </message>
    <message>
        <source>ONNX needs the package onnx: {command}</source>
        <translation>ONNX需要onnx包：{command}</translation>
    </message>
    <message>
        <source>a Gemm with transA, alpha or beta cannot be read</source>
        <translation>无法读取带有transA、alpha或beta的Gemm</translation>
    </message>
    <message>
        <source>a binary Excel file (.xlsb): save it as .xlsx or as CSV</source>
        <translation>二进制的Excel文件（.xlsb）：请另存为.xlsx或CSV</translation>
    </message>
    <message>
        <source>a cluster needs the package distributed: {command}</source>
        <translation>使用集群需要distributed这个包：{command}</translation>
    </message>
    <message>
        <source>a compressed file: unpack it first</source>
        <translation>压缩文件：请先解压</translation>
    </message>
    <message>
        <source>a curve over one raw input: this data has {shape}</source>
        <translation>曲线只画一个原始输入，而这些数据有{shape}个</translation>
    </message>
    <message>
        <source>a damaged Excel file: it cannot be read</source>
        <translation>Excel文件已损坏：无法读取</translation>
    </message>
    <message>
        <source>a damaged Excel file: it cannot be unpacked</source>
        <translation>Excel文件已损坏：无法解压</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>a file of the format {name}: save it as CSV or as Excel (.xlsx)</source>
        <translation>{name}格式的文件：请另存为CSV或Excel（.xlsx）</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>有限的数</translation>
    </message>
    <message>
        <source>a header of {length:,} bytes is too long (at most {longest_header:,})</source>
        <translation>文件头有{length:,}字节，太长（最多{longest_header:,}字节）</translation>
    </message>
    <message>
        <source>a layer of {units:,} units; nnviz holds at most {most_units:,}</source>
        <translation>这一层有{units:,}个单元；nnviz最多容纳{most_units:,}个</translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation>表的列表</translation>
    </message>
    <message>
        <source>a list of {item_types} numbers</source>
        <translation>{item_types}个数的列表</translation>
    </message>
    <message>
        <source>a list of {plural}</source>
        <translation>{plural}的列表</translation>
    </message>
    <message>
        <source>a map over two raw inputs: this data has {shape}</source>
        <translation>区域图要两个原始输入，而这些数据有{shape}个</translation>
    </message>
    <message>
        <source>a node {operator} cannot be read here: only a chain of Gemm, or MatMul and Add, and of {names}</source>
        <translation>此处无法读取节点{operator}：只能是由Gemm（或MatMul加Add）与{names}组成的链</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>a number of thousands of digits</source>
        <translation>一个几千位的数</translation>
    </message>
    <message>
        <source>a pointer of Git LFS and not the table: &quot;git lfs pull&quot; fetches that</source>
        <translation>这是Git LFS的指针而不是表格：用“git lfs pull”取回表格</translation>
    </message>
    <message>
        <source>a power is written ^</source>
        <translation>乘方要写成^</translation>
    </message>
    <message>
        <source>a row holds too much to be one of a table</source>
        <translation>某一行内容过多，不可能是表格的一行</translation>
    </message>
    <message>
        <source>a row of this Excel file holds too much to be one of a table</source>
        <translation>这个Excel文件的一行内容过多，不可能是表格的一行</translation>
    </message>
    <message>
        <source>a smaller learning rate than {rate:g} may help, training.learning_rate = {smaller:.1g} for example</source>
        <translation>学习率{rate:g}可能太大，可以试试更小的，例如training.learning_rate = {smaller:.1g}</translation>
    </message>
    <message>
        <source>a sweep of {count:,} networks is too large (at most {most_members:,})</source>
        <translation>扫描{count:,}个网络太多了（最多{most_members:,}个）</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>a term is one of a unit&apos;s, and no unit is named</source>
        <translation>指定项之前，要先指定单元</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a text file has none</source>
        <translation>文本文件没有这一项</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>all weights are frozen</source>
        <translation>所有权重都已冻结</translation>
    </message>
    <message>
        <source>all {epoch} epochs are done</source>
        <translation>{epoch}轮已全部完成</translation>
    </message>
    <message>
        <source>an ARFF file: its attributes are the header</source>
        <translation>ARFF文件：其属性即为表头</translation>
    </message>
    <message>
        <source>an Excel file has none</source>
        <translation>Excel文件没有这一项</translation>
    </message>
    <message>
        <source>an Excel file of the kind &quot;Strict Open XML&quot;: save it as an ordinary .xlsx</source>
        <translation>“严格Open XML”类型的Excel文件：请另存为普通的.xlsx</translation>
    </message>
    <message>
        <source>an Excel file of the old kind (.xls): save it as .xlsx or as CSV</source>
        <translation>旧格式的Excel文件（.xls）：请另存为.xlsx或CSV</translation>
    </message>
    <message>
        <source>an OpenDocument file (.ods): save it as Excel (.xlsx) or as CSV</source>
        <translation>OpenDocument文件（.ods）：请另存为Excel（.xlsx）或CSV</translation>
    </message>
    <message>
        <source>an experiment file</source>
        <translation>实验文件</translation>
    </message>
    <message>
        <source>are none</source>
        <translation>并不存在</translation>
    </message>
    <message>
        <source>at least {largest_number:g}</source>
        <translation>不小于{largest_number:g}的数</translation>
    </message>
    <message>
        <source>at most 100 classes, counted from 0</source>
        <translation>最多100个类别，从0开始编号</translation>
    </message>
    <message>
        <source>at most {largest_number:g}</source>
        <translation>不大于{largest_number:g}的数</translation>
    </message>
    <message>
        <source>at most {most_features:,} features, got {inputs:,}</source>
        <translation>最多{most_features:,}个特征，给出了{inputs:,}个</translation>
    </message>
    <message>
        <source>at most {most_hidden_layers} hidden layers, got {layers}</source>
        <translation>最多{most_hidden_layers}个隐藏层，给出了{layers}个</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>离散值</translation>
    </message>
    <message>
        <source>class &quot;{name}&quot; is gone: a value is missing in each of its {rows}</source>
        <translation>类别“{name}”没有了：它的{rows}每一行都缺值</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>classes count from 0, got {labels}</source>
        <translation>类别从0开始编号，给出的是{labels}</translation>
    </message>
    <message>
        <source>column {place}</source>
        <translation>第{place}列</translation>
    </message>
    <message>
        <source>columns separated by {separator}</source>
        <translation>列的分隔符：{separator}</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>comments between the rows are left out, the first {text}</source>
        <translation>行间的注释已略去，第一条是{text}</translation>
    </message>
    <message>
        <source>count from 0 to {highest}</source>
        <translation>从0数到{highest}</translation>
    </message>
    <message>
        <source>curves over one raw input: this data has {shape}</source>
        <translation>只有一个原始输入时才能画曲线：这里的数据有{shape}个</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>data.faults.scaled_input is on, and </source>
        <translation>data.faults.scaled_input已开启，并且 </translation>
    </message>
    <message>
        <source>data.reading.dates = &quot;days&quot; reads dates as numbers</source>
        <translation>data.reading.dates = &quot;days&quot;可将日期读作数值</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>小数点为逗号</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>小数点为句点</translation>
    </message>
    <message>
        <source>did you mean {best}?</source>
        <translation>是不是{best}？</translation>
    </message>
    <message>
        <source>did you mean {joined}?</source>
        <translation>是不是{joined}？</translation>
    </message>
    <message>
        <source>diverged at iteration {iteration} (epoch {epoch}): {place} went first beyond what numbers can hold; {text}</source>
        <translation>在第{iteration}次迭代（第{epoch}轮）发散：{place}最先超出数的表示范围；{text}</translation>
    </message>
    <message>
        <source>doubled separators are read as one in {rows}</source>
        <translation>重复的分隔符按一个读取：{rows}</translation>
    </message>
    <message>
        <source>each cell of the sheet &quot;{name}&quot; holds a whole row: taken apart</source>
        <translation>工作表“{name}”的每个单元格都是一整行：已拆开</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>every row has its own class in &quot;{name}&quot;: nothing repeats</source>
        <translation>“{name}”每行的类别都不同：没有重复的</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>examples of this batch</source>
        <translation>这一批的样本</translation>
    </message>
    <message>
        <source>expected &quot;{symbol}&quot;</source>
        <translation>此处应为&quot;{symbol}&quot;</translation>
    </message>
    <message>
        <source>expected +, -, *, / or ^</source>
        <translation>此处应为+、-、*、/或^</translation>
    </message>
    <message>
        <source>expected a finite number, got {value:g}</source>
        <translation>应为有限的数，给出的是{value:g}</translation>
    </message>
    <message>
        <source>expected a name such as &quot;W1&quot;, &quot;b2&quot;, &quot;W1[0,2]&quot; or &quot;b1[0]&quot;, got {name}</source>
        <translation>应为&quot;W1&quot;、&quot;b2&quot;、&quot;W1[0,2]&quot;或&quot;b1[0]&quot;这样的名称，给出的是{name}</translation>
    </message>
    <message>
        <source>expected a number, a column or a function</source>
        <translation>此处应为数、列名或函数</translation>
    </message>
    <message>
        <source>expected at least one column to predict {targets} from</source>
        <translation>至少要有一列用来预测{targets}</translation>
    </message>
    <message>
        <source>expected at least one seed, got {seeds}</source>
        <translation>至少要有一个随机种子，给出的是{seeds}</translation>
    </message>
    <message>
        <source>expected at least one value</source>
        <translation>至少要有一个值</translation>
    </message>
    <message>
        <source>expected at most {largest_scale:,.0f}, got {scale:g}</source>
        <translation>最多为{largest_scale:,.0f}，给出的是{scale:g}</translation>
    </message>
    <message>
        <source>expected dtype, shape and data_offsets, and nothing else</source>
        <translation>应为dtype、shape和data_offsets，不能有其他内容</translation>
    </message>
    <message>
        <source>expected either whole numbers (classes) or rows of numbers throughout</source>
        <translation>应全为整数（类别），或全为由数组成的行</translation>
    </message>
    <message>
        <source>expected one character, &quot;tab&quot;, &quot;spaces&quot; or &quot;fixed&quot;, got {got}</source>
        <translation>应为一个字符、&quot;tab&quot;、&quot;spaces&quot;或&quot;fixed&quot;，得到的是{got}</translation>
    </message>
    <message>
        <source>expected one name, or one for each hidden layer ({layers})</source>
        <translation>应为一个名称，或每个隐藏层一个（{layers}个）</translation>
    </message>
    <message>
        <source>expected one number, or one for each hidden layer ({layers})</source>
        <translation>应为一个数，或每个隐藏层一个（{layers}个）</translation>
    </message>
    <message>
        <source>expected one number, or one for each layer, the output&apos;s last ({layers})</source>
        <translation>应为一个数，或每层一个，输出层的在最后（{layers}个）</translation>
    </message>
    <message>
        <source>expected the name of a file</source>
        <translation>应为文件名</translation>
    </message>
    <message>
        <source>expected the shape {expected}, got {shape}</source>
        <translation>形状应为{expected}，实际为{shape}</translation>
    </message>
    <message>
        <source>expected {blocks}, one for each layer, got {got}</source>
        <translation>应有{blocks}，每层一个，给出了{got}个</translation>
    </message>
    <message>
        <source>expected {expected}, got {shown_table}</source>
        <translation>应为{expected}，给出的是{shown_table}</translation>
    </message>
    <message>
        <source>expected {numbers}, got {row}</source>
        <translation>应有{numbers}，给出了{row}个</translation>
    </message>
    <message>
        <source>expected {numbers}, one for each input, got {row}</source>
        <translation>应有{numbers}，每个输入一个，给出了{row}个</translation>
    </message>
    <message>
        <source>expected {numbers}, one for each raw input, got {centre}</source>
        <translation>应有{numbers}，每个原始输入一个，给出了{centre}个</translation>
    </message>
    <message>
        <source>expected {numbers}, one for each unit, got {b}</source>
        <translation>应有{numbers}，每个单元一个，给出了{b}个</translation>
    </message>
    <message>
        <source>expected {reason}, got {value}</source>
        <translation>应为{reason}，给出的是{value}</translation>
    </message>
    <message>
        <source>expected {rows}, one for each unit, got {W}</source>
        <translation>应有{rows}，每个单元一行，给出了{W}行</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>file too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>formulas in {columns} were never calculated: save the file from a spreadsheet once</source>
        <translation>{columns}列的公式从未计算过：请用电子表格软件保存一次文件</translation>
    </message>
    <message>
        <source>give either file or the examples x and y, not both</source>
        <translation>file与样本x、y只能给出一种</translation>
    </message>
    <message>
        <source>give either source or file, not both (--set data.source= takes the source out)</source>
        <translation>source与file只能给出一个（--set data.source=可去掉source）</translation>
    </message>
    <message>
        <source>give either source or the examples x and y, not both</source>
        <translation>source与样本x、y只能给出一种</translation>
    </message>
    <message>
        <source>give either weights or parameters, not both (--set {field}= takes one of them out)</source>
        <translation>权重文件weights与参数parameters只能给出其一（--set {field}=可去掉其中之一）</translation>
    </message>
    <message>
        <source>give it several values, or ask for {seeds}, but not both</source>
        <translation>给出多个值和要求{seeds}，只能选一种</translation>
    </message>
    <message>
        <source>gives infinity</source>
        <translation>得到无穷大</translation>
    </message>
    <message>
        <source>gives {value:.3g} (at most {largest_number:g})</source>
        <translation>得到{value:.3g}（最多为{largest_number:g}）</translation>
    </message>
    <message>
        <source>header in row {row:,}</source>
        <translation>表头在第{row:,}行</translation>
    </message>
    <message>
        <source>header in the first row</source>
        <translation>第一行是表头</translation>
    </message>
    <message>
        <source>hidden layer {layer}</source>
        <translation>隐藏层{layer}</translation>
    </message>
    <message>
        <source>holds a number beyond ±{largest_number:g}</source>
        <translation>其中有超出±{largest_number:g}的数</translation>
    </message>
    <message>
        <source>holds a number that is not finite</source>
        <translation>其中有不是有限值的数</translation>
    </message>
    <message>
        <source>holds no numbers that can be read; known: {names}</source>
        <translation>其中的数无法读取；可用的有：{names}</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>初始化方法</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>inputs of layer {layer}</source>
        <translation>第{layer}层的输入</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺少这一项</translation>
    </message>
    <message>
        <source>is not defined</source>
        <translation>无定义</translation>
    </message>
    <message>
        <source>is worked out in the network, not a constant of it</source>
        <translation>是在网络中计算出来的，不是其中的常量</translation>
    </message>
    <message>
        <source>it has no settings</source>
        <translation>它没有设置项</translation>
    </message>
    <message>
        <source>it has {names}</source>
        <translation>它的设置项有{names}</translation>
    </message>
    <message>
        <source>it takes the logarithm of a probability for each unit on its own, which only a sigmoid output gives</source>
        <translation>它对每个单元的概率分别取对数，只有sigmoid输出才给出这样的概率</translation>
    </message>
    <message>
        <source>iterations count from 0, got {iteration}</source>
        <translation>迭代从0开始计数，给出的是{iteration}</translation>
    </message>
    <message>
        <source>its columns do not stand one below the other, with spaces between</source>
        <translation>各列没有上下对齐，也没有以空格隔开</translation>
    </message>
    <message>
        <source>its first line names {separator} as the separator: it cannot be one</source>
        <translation>第一行指定{separator}为分隔符：它不能作分隔符</translation>
    </message>
    <message>
        <source>its graph has {count} nodes, and more than {most} cannot be read</source>
        <translation>它的计算图有{count}个节点，超过{most}个就无法看清</translation>
    </message>
    <message>
        <source>its header ends after the file</source>
        <translation>文件头超出了文件末尾</translation>
    </message>
    <message>
        <source>its header is nested too deeply</source>
        <translation>文件头嵌套太深</translation>
    </message>
    <message>
        <source>its header is not JSON</source>
        <translation>文件头不是JSON</translation>
    </message>
    <message>
        <source>its header is not a table</source>
        <translation>文件头不是表</translation>
    </message>
    <message>
        <source>its numbers are in another file, which is not read</source>
        <translation>它的数在另一个文件里，那个文件不会被读取</translation>
    </message>
    <message>
        <source>its numbers cannot be read</source>
        <translation>它的数无法读取</translation>
    </message>
    <message>
        <source>its numbers do not begin where those before end</source>
        <translation>它的数没有紧接在前一个张量之后</translation>
    </message>
    <message>
        <source>its numbers do not lie within the file</source>
        <translation>它的数不在文件之内</translation>
    </message>
    <message>
        <source>its shape is not a list of a few whole numbers ≥ 0</source>
        <translation>它的形状不是由几个≥0的整数组成的列表</translation>
    </message>
    <message>
        <source>its shape {shape} does not fit its {bytes:,} bytes</source>
        <translation>它的形状{shape}与它的{bytes:,}字节不符</translation>
    </message>
    <message>
        <source>its shape {shape} does not fit its {numbers:g} numbers</source>
        <translation>它的形状{shape}与它的{numbers:g}个数不符</translation>
    </message>
    <message>
        <source>known here: {names}</source>
        <translation>这里可用的有：{names}</translation>
    </message>
    <message>
        <source>layer {layer} is not linear but {name}: it does not collapse into the next one</source>
        <translation>第{layer}层不是线性的，而是{name}：不能与下一层合并为一层</translation>
    </message>
    <message>
        <source>layer {layer}: expected 1 to {layers}</source>
        <translation>第{layer}层：应为1到{layers}</translation>
    </message>
    <message>
        <source>layer {place} is {activation} there, and {name} here</source>
        <translation>第{place}层在文件里是{activation}，在这里是{name}</translation>
    </message>
    <message>
        <source>layers count from 1 to {highest}, got {layer}</source>
        <translation>层的编号为1到{highest}，给出的是{layer}</translation>
    </message>
    <message>
        <source>layers {first} to {last}: expected a run of layers from 1 to {layers}</source>
        <translation>第{first}到第{last}层：应为1到{layers}之间连续的几层</translation>
    </message>
    <message>
        <source>learning rate: expected a finite number &gt; 0, got {rate:g}</source>
        <translation>学习率：应为大于0的有限数，给出的是{rate:g}</translation>
    </message>
    <message>
        <source>leave it out by naming the others in data.features</source>
        <translation>在data.features中只列出其他列，就不会用到它</translation>
    </message>
    <message>
        <source>lines that only draw a rule are left out</source>
        <translation>只画横线的行已略去</translation>
    </message>
    <message>
        <source>lists of {plural}</source>
        <translation>{plural}的列表</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>merged cells count for each of their rows: {count:,}, the first in rows {first} to {last}</source>
        <translation>合并单元格的值用于其中每一行：{count:,}处，第一处在第{first}至{last}行</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>more than {most_rows:,} rows: too many</source>
        <translation>超过{most_rows:,}行：太多了</translation>
    </message>
    <message>
        <source>name at least one feature; left out, the raw columns are the inputs</source>
        <translation>至少写一个特征；不写这一项，则以原始列为输入</translation>
    </message>
    <message>
        <source>name the column that is to be predicted; there are{unnamed}: {listed}</source>
        <translation>请指定要预测的列；现有的列{unnamed}：{listed}</translation>
    </message>
    <message>
        <source>needs a validation part: data.split leaves none</source>
        <translation>需要验证集：data.split没有留出</translation>
    </message>
    <message>
        <source>neither the weight nor the bias of a Linear layer</source>
        <translation>既不是Linear层的权重，也不是它的偏置</translation>
    </message>
    <message>
        <source>nested too deeply (at most {deepest} levels)</source>
        <translation>嵌套太深（最多{deepest}层）</translation>
    </message>
    <message>
        <source>no built-in experiment {name}{suggestion}</source>
        <translation>没有名为{name}的内置实验{suggestion}</translation>
    </message>
    <message>
        <source>no column is left to learn from beside the target{why}</source>
        <translation>除目标外没有可供学习的列{why}</translation>
    </message>
    <message>
        <source>no column {name}{suggestion}</source>
        <translation>没有列{name}{suggestion}</translation>
    </message>
    <message>
        <source>no data: name a source or a file, or give the examples as x and y</source>
        <translation>没有数据：请指定source或file，或用x和y给出样本</translation>
    </message>
    <message>
        <source>no encoding {name}{suggestion}</source>
        <translation>没有编码{name}{suggestion}</translation>
    </message>
    <message>
        <source>no file and no built-in experiment of that name{suggestion}</source>
        <translation>没有这个名称的文件或内置实验{suggestion}</translation>
    </message>
    <message>
        <source>no function {text}{suggestion}</source>
        <translation>没有函数{text}{suggestion}</translation>
    </message>
    <message>
        <source>no header: columns are called x1, x2 and so on</source>
        <translation>没有表头：各列依次叫x1、x2……</translation>
    </message>
    <message>
        <source>no layer at its place can have the activation {activation}</source>
        <translation>这个位置的层不能用激活函数{activation}</translation>
    </message>
    <message>
        <source>no phase &quot;{label}&quot;{suggestion}</source>
        <translation>没有阶段&quot;{label}&quot;{suggestion}</translation>
    </message>
    <message>
        <source>no row is of class &quot;{name}&quot;</source>
        <translation>没有一行属于类别“{name}”</translation>
    </message>
    <message>
        <source>no sheet {name}{suggestion}</source>
        <translation>没有工作表{name}{suggestion}</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>no such field; {help}</source>
        <translation>没有这个字段；{help}</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>no {kind} {name}{suggestion}</source>
        <translation>没有名为{name}的{kind}{suggestion}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>not a safetensors file: {reason}</source>
        <translation>不是safetensors文件：{reason}</translation>
    </message>
    <message>
        <source>not a table: its rows cannot be told apart</source>
        <translation>不是表格：分不出各行</translation>
    </message>
    <message>
        <source>not a table: neither text nor an Excel file (.xlsx)</source>
        <translation>不是表格：既不是文本，也不是Excel文件（.xlsx）</translation>
    </message>
    <message>
        <source>not a text file in UTF-8</source>
        <translation>不是UTF-8编码的文本文件</translation>
    </message>
    <message>
        <source>not an Excel file (.xlsx), though packed like one: save it as .xlsx or as CSV</source>
        <translation>压缩方式像Excel文件（.xlsx），其实不是：请另存为.xlsx或CSV</translation>
    </message>
    <message>
        <source>not an ONNX file</source>
        <translation>不是ONNX文件</translation>
    </message>
    <message>
        <source>not an ONNX file, or one without a network</source>
        <translation>不是ONNX文件，或者其中没有网络</translation>
    </message>
    <message>
        <source>not the file of a chain of dense layers: there is more in it than that</source>
        <translation>不是由全连接层组成的链的文件：其中还有更多内容</translation>
    </message>
    <message>
        <source>not valid TOML: a number of thousands of digits</source>
        <translation>不是有效的TOML：有一个几千位的数</translation>
    </message>
    <message>
        <source>not valid TOML: nested too deeply</source>
        <translation>不是有效的TOML：嵌套太深</translation>
    </message>
    <message>
        <source>not valid TOML: {error}</source>
        <translation>不是有效的TOML：{error}</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>numbers kept as texts may be read in two ways: {text} is taken for {value}</source>
        <translation>以文本保存的数有两种读法：{text}读作{value}</translation>
    </message>
    <message>
        <source>only a chain of dense layers can be read</source>
        <translation>只能读取由全连接层组成的链</translation>
    </message>
    <message>
        <source>only a network with one input and one output can be read</source>
        <translation>只能读取有一个输入和一个输出的网络</translation>
    </message>
    <message>
        <source>only a table has columns to choose from: give data.file</source>
        <translation>只有表格才能选列：请给出data.file</translation>
    </message>
    <message>
        <source>only classes have labels, and this data has numbers to predict</source>
        <translation>只有类别才有标签，而这里的数据要预测的是数值</translation>
    </message>
    <message>
        <source>only classes have labels; use noise for numbers</source>
        <translation>只有类别才有标签；对数值请用noise</translation>
    </message>
    <message>
        <source>only hidden units can be silenced, and this network has none</source>
        <translation>只能关闭隐藏单元，而这个网络没有隐藏单元</translation>
    </message>
    <message>
        <source>only hidden units can be silenced: their layers count from 1 to {highest}, got {layer}</source>
        <translation>只能关闭隐藏单元：隐藏层的编号为1到{highest}，给出的是{layer}</translation>
    </message>
    <message>
        <source>only numbers have a unit, and this data has classes</source>
        <translation>只有数值才有单位，而这里的数据是类别</translation>
    </message>
    <message>
        <source>only one class in &quot;{name}&quot;: &quot;{names}&quot; in every row</source>
        <translation>“{name}”中只有一个类别：每行都是“{names}”</translation>
    </message>
    <message>
        <source>only one class in &quot;{name}&quot;: &quot;{names}&quot; in every row that has a value{lost}</source>
        <translation>“{name}”只有一个类别：有值的每一行都是“{names}”{lost}</translation>
    </message>
    <message>
        <source>only one column: no commas, semicolons, tabs or spaces separate the cells of its rows</source>
        <translation>只有一列：各行的单元格没有用逗号、分号、制表符或空格隔开</translation>
    </message>
    <message>
        <source>only one of {sheets} sheets is read: &quot;{first}&quot;</source>
        <translation>{sheets}个工作表中只读取一个：“{first}”</translation>
    </message>
    <message>
        <source>only where y has whole numbers can there be more classes than it shows</source>
        <translation>只有当y是整数时，类别才可能比其中出现的更多</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>output activation</source>
        <translation>输出激活函数</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>pictures of {side} × {side} pixels: {still:,} that never change are kept</source>
        <translation>{side}×{side}像素的图像：保留了{still:,}个始终不变的像素</translation>
    </message>
    <message>
        <source>raw input</source>
        <translation>原始输入</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>row {match} opens a quotation mark that is never closed</source>
        <translation>第{match}行的引号没有闭合</translation>
    </message>
    <message>
        <source>row {row:,}, below the names, is left out: units or explanations</source>
        <translation>列名下面的第{row:,}行不用：是单位或说明</translation>
    </message>
    <message>
        <source>row {row:,}, {word}, adds up the others: left out</source>
        <translation>第{row:,}行（{word}）是其他各行的合计：已略去</translation>
    </message>
    <message>
        <source>row {row:,}, {word}, is made of the others: left out</source>
        <translation>第{row:,}行（{word}）由其他行算出：已略去</translation>
    </message>
    <message>
        <source>row {row} has {cells} cells where the rows before it have {before}</source>
        <translation>第{row}行有{cells}个单元格，前面各行是{before}个</translation>
    </message>
    <message>
        <source>scale of a loss</source>
        <translation>损失尺度</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>separators at the ends of rows are left out</source>
        <translation>行末的分隔符已略去</translation>
    </message>
    <message>
        <source>several targets are classes only where exactly one of them is 1 in every row</source>
        <translation>多个目标只有在每一行恰好有一个为1时才是类别</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>stands in the header twice</source>
        <translation>在文件头中出现了两次</translation>
    </message>
    <message>
        <source>such files are not opened, this makes one of it that is: {command}</source>
        <translation>不会打开这类文件，下面的命令可以把它转换成能打开的文件：{command}</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>takes {inputs:,} inputs, but {before} before it gives {units:,}</source>
        <translation>接受{inputs:,}个输入，但它前面的{before}给出{units:,}个</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>terms of this unit</source>
        <translation>这个单元的各项</translation>
    </message>
    <message>
        <source>text in &quot;{name}&quot;, a column of numbers: {text} in row {row:,}</source>
        <translation>数值列“{name}”中有文本：第{row:,}行是{text}</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the activations of this layer are beyond what can be measured</source>
        <translation>这一层的激活值超出了可测量的范围</translation>
    </message>
    <message>
        <source>the activations of {layer_name}</source>
        <translation>{layer_name}的激活值</translation>
    </message>
    <message>
        <source>the bars at the ends of rows are left out</source>
        <translation>行首行尾的竖线不用</translation>
    </message>
    <message>
        <source>the classes 0 to {highest} are in y</source>
        <translation>y中出现了类别0到{highest}</translation>
    </message>
    <message>
        <source>the error signal δ of {layer_name}</source>
        <translation>{layer_name}的误差信号δ</translation>
    </message>
    <message>
        <source>the file has no sheets</source>
        <translation>文件中没有工作表</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>the first column has no name and only counts the rows: left out</source>
        <translation>第一列没有列名，只是行号：不使用</translation>
    </message>
    <message>
        <source>the first row counts rows and inputs: it does not name the columns</source>
        <translation>第一行是行数和输入数：它并不是各列的名称</translation>
    </message>
    <message>
        <source>the first sheet, &quot;{sheets}&quot;, is empty</source>
        <translation>第一个工作表“{sheets}”是空的</translation>
    </message>
    <message>
        <source>the first weights make a layer&apos;s sums {sizes:,.3g} times as large as what comes in</source>
        <translation>初始权重使某一层的加权和放大到该层输入的{sizes:,.3g}倍</translation>
    </message>
    <message>
        <source>the gradient of {layer_name}</source>
        <translation>{layer_name}的梯度</translation>
    </message>
    <message>
        <source>the header has one name less than there are columns: the first has none</source>
        <translation>表头比列少一个名称：第一列没有名称</translation>
    </message>
    <message>
        <source>the last comment above the table holds the names</source>
        <translation>表格上方最后一行注释是列名</translation>
    </message>
    <message>
        <source>the name after {text} has no end</source>
        <translation>{text}之后的名称没有结束引号</translation>
    </message>
    <message>
        <source>the names are in row {row:,}: what is above is left out</source>
        <translation>列名在第{row:,}行：上面的内容不用</translation>
    </message>
    <message>
        <source>the names stand in two rows, down to row {row:,}</source>
        <translation>列名占两行，到第{row:,}行为止</translation>
    </message>
    <message>
        <source>the names stand once more in {rows}, first in row {first:,}: left out</source>
        <translation>列名又出现在{rows}中，先在第{first:,}行：不用</translation>
    </message>
    <message>
        <source>the number is too large: {value}</source>
        <translation>这个数太大：{value}</translation>
    </message>
    <message>
        <source>the output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>the parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>the parameters are beyond what numbers can hold</source>
        <translation>参数超出了数值所能表示的范围</translation>
    </message>
    <message>
        <source>the parameters of {layer_name}</source>
        <translation>{layer_name}的参数</translation>
    </message>
    <message>
        <source>the pre-activations z of {layer_name}</source>
        <translation>{layer_name}的净输入z</translation>
    </message>
    <message>
        <source>the quotation marks around whole rows are left out</source>
        <translation>包住整行的引号已略去</translation>
    </message>
    <message>
        <source>the run ends after {iteration} iterations: {message}</source>
        <translation>运行在{iteration}次迭代后结束：{message}</translation>
    </message>
    <message>
        <source>the shape {shape} is not that of a Linear layer, (out, in)</source>
        <translation>形状{shape}不是Linear层的形状(out, in)</translation>
    </message>
    <message>
        <source>the sheet &quot;{name}&quot; is empty</source>
        <translation>工作表“{name}”是空的</translation>
    </message>
    <message>
        <source>the signs before the names are Orange&apos;s, and left out</source>
        <translation>名称前的记号是Orange的，已略去</translation>
    </message>
    <message>
        <source>the three shares must sum to 1, got {split:g}</source>
        <translation>三个比例之和必须为1，现在是{split:g}</translation>
    </message>
    <message>
        <source>the training part cannot be empty</source>
        <translation>训练集不能为空</translation>
    </message>
    <message>
        <source>the two rows below the names are Orange&apos;s, and left out</source>
        <translation>名称下方的两行是Orange的，已略去</translation>
    </message>
    <message>
        <source>the validation {watched} was best at epoch {epoch} and has not improved for {patience} epochs{since}</source>
        <translation>验证集的{watched}在第{epoch}轮最好，已连续{patience}轮没有改进{since}</translation>
    </message>
    <message>
        <source>the {part} part has no examples</source>
        <translation>{part}部分没有样本</translation>
    </message>
    <message>
        <source>their width</source>
        <translation>固定列宽</translation>
    </message>
    <message>
        <source>there are bytes that belong to no tensor</source>
        <translation>有些字节不属于任何张量</translation>
    </message>
    <message>
        <source>there are fewer sheets: {sheets}</source>
        <translation>工作表没有这么多：只有{sheets}个</translation>
    </message>
    <message>
        <source>there are no more than {largest_seed:,} seeds from {own:,} on</source>
        <translation>从{own:,}起，最多只有{largest_seed:,}个随机种子</translation>
    </message>
    <message>
        <source>there are no weights in it</source>
        <translation>其中没有权重</translation>
    </message>
    <message>
        <source>there are only {rows}</source>
        <translation>只有{rows}</translation>
    </message>
    <message>
        <source>there is no best epoch: the experiment has no validation part</source>
        <translation>没有最佳轮次：这个实验没有验证集</translation>
    </message>
    <message>
        <source>there is no folder {parent}</source>
        <translation>没有文件夹{parent}</translation>
    </message>
    <message>
        <source>there is no other line {number}; there are: {others}</source>
        <translation>没有编号为{number}的另一次运行；现有：{others}</translation>
    </message>
    <message>
        <source>there is no {weight}</source>
        <translation>没有{weight}</translation>
    </message>
    <message>
        <source>there is not enough memory for so many networks of this size</source>
        <translation>内存不足，放不下这么多这样大的网络</translation>
    </message>
    <message>
        <source>there is not enough memory for this network and this data</source>
        <translation>内存不足，放不下这个网络和这些数据</translation>
    </message>
    <message>
        <source>there is not enough memory for this table</source>
        <translation>内存不足，放不下这张表</translation>
    </message>
    <message>
        <source>these are weights, not an experiment: an experiment file names them with network.weights</source>
        <translation>这是权重，不是实验：实验文件用network.weights指明它</translation>
    </message>
    <message>
        <source>these networks have {count:,} parameters; a sweep keeps at most {most:,} (fewer seeds or values, or keeps_parameters=False)</source>
        <translation>这些网络共有{count:,}个参数；一次扫描最多保存{most:,}个（请减少随机种子或取值，或设keeps_parameters=False）</translation>
    </message>
    <message>
        <source>this data has classes, no numbers to predict</source>
        <translation>这里的数据是类别，没有要预测的数值</translation>
    </message>
    <message>
        <source>this data has numbers to predict, no classes</source>
        <translation>这里的数据要预测的是数值，没有类别</translation>
    </message>
    <message>
        <source>this is a device, not a file</source>
        <translation>这是设备，不是文件</translation>
    </message>
    <message>
        <source>this is a device, not {kind}</source>
        <translation>这是设备，不是{kind}</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>这是文件夹，不是文件</translation>
    </message>
    <message>
        <source>this is a folder, not {kind}</source>
        <translation>这是文件夹，不是{kind}</translation>
    </message>
    <message>
        <source>this is a table, not an experiment: an experiment file names it with data.file, and the window makes one of it (nnviz FILE)</source>
        <translation>这是表格，不是实验：实验文件用data.file指定表格，也可以在窗口中由它生成实验（nnviz FILE）</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>this is not the name of a file</source>
        <translation>这不是文件名</translation>
    </message>
    <message>
        <source>this network has {parameters:,} parameters; nnviz holds at most {most_parameters:,}</source>
        <translation>这个网络有{parameters:,}个参数；nnviz最多容纳{most_parameters:,}个</translation>
    </message>
    <message>
        <source>this network is too large for a map that is made while one looks</source>
        <translation>这个网络太大，无法边看边算曲面图</translation>
    </message>
    <message>
        <source>this network needs {numbers:,} numbers for {examples:,} examples</source>
        <translation>这个网络对{examples:,}个样本需要{numbers:,}个数</translation>
    </message>
    <message>
        <source>this number is too large</source>
        <translation>这个数太大</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>符号链接的层数太多</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>太短</translation>
    </message>
    <message>
        <source>training has not gone in two directions yet</source>
        <translation>训练还没有走出两个方向</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true或false</translation>
    </message>
    <message>
        <source>two columns are called &quot;{name}&quot;: the later one is read as &quot;{renamed}&quot;</source>
        <translation>两列都叫“{name}”：后一列读作“{renamed}”</translation>
    </message>
    <message>
        <source>unit {unit} of layer {layer}: expected 0 to {highest}</source>
        <translation>第{layer}层的单元{unit}：应为0到{highest}</translation>
    </message>
    <message>
        <source>units of layer {layer}</source>
        <translation>第{layer}层的单元</translation>
    </message>
    <message>
        <source>units of this phase</source>
        <translation>这个阶段的单元</translation>
    </message>
    <message>
        <source>view.example: examples</source>
        <translation>view.example：样本</translation>
    </message>
    <message>
        <source>view.example: examples of a batch</source>
        <translation>view.example：一批中的样本</translation>
    </message>
    <message>
        <source>view.panels: a panel can stand there once</source>
        <translation>view.panels：同一个面板只能出现一次</translation>
    </message>
    <message>
        <source>view.units.run: rows of linear layers {counted} here, got {run}</source>
        <translation>view.units.run：这里的连续线性层{counted}，给出的是{run}</translation>
    </message>
    <message>
        <source>view.{field}.layer: layers count from {lowest} to {highest} here, got {layer}</source>
        <translation>view.{field}.layer：这里的层从{lowest}数到{highest}，给出的是{layer}</translation>
    </message>
    <message>
        <source>view.{field}: {text}: layers count from 1 to {last} here</source>
        <translation>view.{field}：{text}：这里的层编号为1到{last}</translation>
    </message>
    <message>
        <source>view.{field}: {text}: units of this layer</source>
        <translation>view.{field}：{text}：该层的单元</translation>
    </message>
    <message>
        <source>weights are read from {names}</source>
        <translation>权重可从{names}文件读取</translation>
    </message>
    <message>
        <source>what is nested too deeply</source>
        <translation>嵌套太深的内容</translation>
    </message>
    <message>
        <source>what stands beside the table, an empty column between, is left out</source>
        <translation>表格旁边隔一空列的内容不用</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>wide commas</source>
        <translation>全角逗号</translation>
    </message>
    <message>
        <source>wide semicolons</source>
        <translation>全角分号</translation>
    </message>
    <message>
        <source>with data.standardize = false there is no standardisation to forget</source>
        <translation>data.standardize = false时没有标准化，也就谈不上忘记标准化</translation>
    </message>
    <message>
        <source>without a validation part no epoch is the best</source>
        <translation>没有验证集就没有最佳轮次</translation>
    </message>
    <message>
        <source>written in {encoding} in a file of UTF-8, and repaired: row {rows}</source>
        <translation>在UTF-8文件中以{encoding}书写，已修复：第{rows}行</translation>
    </message>
    <message>
        <source>written in {encoding} in a file of UTF-8, and repaired: rows {rows}</source>
        <translation>UTF-8文件中以{encoding}书写的行，已修复：第{rows}行</translation>
    </message>
    <message>
        <source>x and y come together, with at least one example each</source>
        <translation>x和y要同时给出，且各至少有一个样本</translation>
    </message>
    <message>
        <source>x has {examples}, got {got}</source>
        <translation>x有{examples}，给出的是{got}</translation>
    </message>
    <message>
        <source>zero bytes at the end of the file are left out</source>
        <translation>文件末尾的零字节已略去</translation>
    </message>
    <message>
        <source>{address}: no Dask scheduler answers there ({error})</source>
        <translation>{address}：那里没有Dask调度器应答（{error}）</translation>
    </message>
    <message>
        <source>{address}: the worker {worker} has {there}, here it is {here}</source>
        <translation>{address}：工作进程{worker}用的是{there}，本机用的是{here}</translation>
    </message>
    <message>
        <source>{address}: this cluster has no workers</source>
        <translation>{address}：这个集群没有工作进程</translation>
    </message>
    <message>
        <source>{begin}: network.gain = 1 will help most</source>
        <translation>{begin}：设network.gain = 1最有效</translation>
    </message>
    <message>
        <source>{begin}: network.init = &quot;{usual}&quot; will help most</source>
        <translation>{begin}：设network.init = &quot;{usual}&quot;最有效</translation>
    </message>
    <message>
        <source>{columns:,} columns are too many (at most {most:,})</source>
        <translation>{columns:,}列太多（最多{most:,}列）</translation>
    </message>
    <message>
        <source>{count:,} blocks</source>
        <translation>{count:,}个参数块</translation>
    </message>
    <message>
        <source>{count:,} cues</source>
        <translation>{count:,}个提示步</translation>
    </message>
    <message>
        <source>{count:,} different texts</source>
        <translation>{count:,}种不同的文本</translation>
    </message>
    <message>
        <source>{count:,} examples</source>
        <translation>{count:,}个样本</translation>
    </message>
    <message>
        <source>{count:,} layers</source>
        <translation>{count:,}层</translation>
    </message>
    <message>
        <source>{count:,} lines through time</source>
        <translation>{count:,}条时间线</translation>
    </message>
    <message>
        <source>{count:,} networks</source>
        <translation>{count:,}个网络</translation>
    </message>
    <message>
        <source>{count:,} numbers</source>
        <translation>{count:,}个数</translation>
    </message>
    <message>
        <source>{count:,} phases</source>
        <translation>{count:,}个阶段</translation>
    </message>
    <message>
        <source>{count:,} rows</source>
        <translation>{count:,}行</translation>
    </message>
    <message>
        <source>{count:,} scenes</source>
        <translation>{count:,}个场景</translation>
    </message>
    <message>
        <source>{count:,} seeds</source>
        <translation>{count:,}个随机种子</translation>
    </message>
    <message>
        <source>{count:,} terms</source>
        <translation>{count:,}项</translation>
    </message>
    <message>
        <source>{examples} in x but {y:,} in y</source>
        <translation>x中有{examples}，y中却有{y:,}个</translation>
    </message>
    <message>
        <source>{expected}, got {activation}</source>
        <translation>{expected}，给出了{activation}个</translation>
    </message>
    <message>
        <source>{expected}, got {bias}</source>
        <translation>{expected}，给出了{bias}个</translation>
    </message>
    <message>
        <source>{expected}, got {dropout}</source>
        <translation>{expected}，给出了{dropout}个</translation>
    </message>
    <message>
        <source>{fault}{sizes} are too large to learn from as they are: {change} will help most</source>
        <translation>{fault}{sizes}数值太大，不宜直接用来学习：设{change}最有效</translation>
    </message>
    <message>
        <source>{field} = true</source>
        <translation>{field} = true</translation>
    </message>
    <message>
        <source>{file} has {examples} to use, got {got:,}</source>
        <translation>{file}可用的有{examples}，给出的是{got:,}</translation>
    </message>
    <message>
        <source>{file}: {rows} read, {dropped:,} dropped for missing values, {used:,} used</source>
        <translation>{file}：读取{rows}，因缺值舍去{dropped:,}行，使用{used:,}行</translation>
    </message>
    <message>
        <source>{file}: {rows} read, {used:,} used</source>
        <translation>{file}：读取{rows}，使用{used:,}行</translation>
    </message>
    <message>
        <source>{layers} in it, but with network.hidden this network has {got:,}</source>
        <translation>其中有{layers}，但按network.hidden，这个网络有{got:,}层</translation>
    </message>
    <message>
        <source>{layers} in it; nnviz holds at most {most}</source>
        <translation>其中有{layers}；nnviz最多容纳{most}层</translation>
    </message>
    <message>
        <source>{loss} compares classes, but this data has numbers to predict</source>
        <translation>{loss}比较的是类别，而这里的数据要预测的是数值</translation>
    </message>
    <message>
        <source>{loss} does not go with a {output} output: {refusal}</source>
        <translation>{loss}不能与{output}输出搭配：{refusal}</translation>
    </message>
    <message>
        <source>{loss} has no choice of scale, only {scaled} has</source>
        <translation>{loss}不能选择尺度，只有{scaled}可以</translation>
    </message>
    <message>
        <source>{names:,} inputs are too many (at most {most_inputs:,})</source>
        <translation>{names:,}个输入太多了（最多{most_inputs:,}个）</translation>
    </message>
    <message>
        <source>{names} are one-hot together with the target, and tell it: name them all as the target</source>
        <translation>{names}与目标一起构成one-hot，会泄露目标：请把它们全部作为目标</translation>
    </message>
    <message>
        <source>{name} gives shares of classes, but this data has numbers to predict</source>
        <translation>{name}给出各类别的比例，而这里的数据要预测的是数值</translation>
    </message>
    <message>
        <source>{name} has no such setting; {has}</source>
        <translation>{name}没有这个设置项；{has}</translation>
    </message>
    <message>
        <source>{name} is named twice</source>
        <translation>{name}写了两次</translation>
    </message>
    <message>
        <source>{name} is the target</source>
        <translation>{name}是目标列</translation>
    </message>
    <message>
        <source>{name} of up to {size:,.6g}</source>
        <translation>{name}（最大{size:,.6g}）</translation>
    </message>
    <message>
        <source>{name} takes {numbers}, got {arguments}</source>
        <translation>{name}需要{numbers}，给出了{arguments}个</translation>
    </message>
    <message>
        <source>{name}: expected finite numbers up to {largest_number:g}</source>
        <translation>{name}：应为不超过{largest_number:g}的有限数</translation>
    </message>
    <message>
        <source>{name}: expected {numbers}, got {given}</source>
        <translation>{name}：应有{numbers}，给出了{given}个</translation>
    </message>
    <message>
        <source>{needs}; nnviz holds at most {most_numbers:,}</source>
        <translation>{needs}；nnviz最多容纳{most_numbers:,}个</translation>
    </message>
    <message>
        <source>{note} below the table, row {row:,}, is left out</source>
        <translation>表格下方第{row:,}行的{note}不用</translation>
    </message>
    <message>
        <source>{operator} with {attribute} = {value} is none of nnviz&apos;s activations</source>
        <translation>{attribute} = {value}的{operator}不是nnviz的激活函数</translation>
    </message>
    <message>
        <source>{packed:,} bytes in it unpack to {unpacked:,}: that is no table</source>
        <translation>其中{packed:,}字节解压后有{unpacked:,}字节：这不是表格</translation>
    </message>
    <message>
        <source>{place} is not a table</source>
        <translation>{place}不是表</translation>
    </message>
    <message>
        <source>{reason}: left out</source>
        <translation>{reason}：已略去</translation>
    </message>
    <message>
        <source>{reason}: left out, as are {more:,} more for the like</source>
        <translation>{reason}：已略去，另有{more:,}列因同类原因略去</translation>
    </message>
    <message>
        <source>{rows:,} rows of {columns:,} cells are too many (at most {most_cells:,} cells)</source>
        <translation>{rows:,}行{columns:,}列，单元格太多（最多{most_cells:,}个）</translation>
    </message>
    <message>
        <source>{rows} of data{without}: at least {fewest_rows} are needed</source>
        <translation>数据只有{rows}{without}：至少需要{fewest_rows}行</translation>
    </message>
    <message>
        <source>{sheets:,} sheets are too many (at most {most:,})</source>
        <translation>{sheets:,}个工作表太多（最多{most:,}个）</translation>
    </message>
    <message>
        <source>{size:,} bytes are more than nnviz reads of weights (at most {largest_file:,})</source>
        <translation>{size:,}字节超过了nnviz读取权重的上限（最多{largest_file:,}字节）</translation>
    </message>
    <message>
        <source>{size:,} bytes are too many for {kind} (at most {most:,})</source>
        <translation>{kind}过大：{size:,}字节（最多{most:,}）</translation>
    </message>
    <message>
        <source>{targets:,} targets are too many (at most {most})</source>
        <translation>{targets:,}个目标太多（最多{most}个）</translation>
    </message>
    <message>
        <source>{tensor}: expected the shape {expected}, got {shape}</source>
        <translation>{tensor}：形状应为{expected}，实际为{shape}</translation>
    </message>
    <message>
        <source>{tensor}: takes {inputs:,} inputs, but this data has {columns:,}</source>
        <translation>{tensor}：接受{inputs:,}个输入，但这份数据有{columns:,}个</translation>
    </message>
    <message>
        <source>{text:,} characters are too many for a feature (at most {longest})</source>
        <translation>特征有{text:,}个字符，太长了（最多{longest}个）</translation>
    </message>
    <message>
        <source>{texts} in &quot;{name}&quot; differ only in capitals: they are read as different categories</source>
        <translation>“{name}”中的{texts}只有大小写不同：按不同的类别读取</translation>
    </message>
    <message>
        <source>{texts} stands for a missing value, unless data.reading.missing says otherwise</source>
        <translation>{texts}表示缺失值，除非data.reading.missing另有说明</translation>
    </message>
    <message>
        <source>{text} is the same as {inputs}[{first}]</source>
        <translation>{text}与{inputs}[{first}]相同</translation>
    </message>
    <message>
        <source>{text} needs what it is of, in parentheses</source>
        <translation>{text}的自变量要写在后面的括号里</translation>
    </message>
    <message>
        <source>{text}, character {place}: {reason}</source>
        <translation>{text}，第{place}个字符：{reason}</translation>
    </message>
    <message>
        <source>{things} count from 0 to {highest}, got {place}</source>
        <translation>{things}的编号为0到{highest}，给出的是{place}</translation>
    </message>
    <message>
        <source>{title} above the table is left out</source>
        <translation>表格上方的{title}已略去</translation>
    </message>
    <message>
        <source>{title} and {more} more above the table are left out</source>
        <translation>表格上方的{title}和另外{more}不用</translation>
    </message>
    <message>
        <source>{unpacked:,} bytes once it is unpacked: too many (at most {largest_unpacked:,})</source>
        <translation>解压后有{unpacked:,}字节：太大（最多{largest_unpacked:,}）</translation>
    </message>
    <message>
        <source>{words} and {more:,} more</source>
        <translation>{words}，还有{more:,}个</translation>
    </message>
    <message>
        <source>{words} words in its first row stand over {cells} cells: data.reading can pass it over</source>
        <translation>第一行有{words}个词，下面各行有{cells}个单元格：可用data.reading跳过它</translation>
    </message>
</context>
<context>
    <name>EpochPlot</name>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>{} (log)</source>
        <translation>{}（对数）</translation>
    </message>
</context>
<context>
    <name>ExampleDots</name>
    <message>
        <source>Examples of the batch</source>
        <translation>本批的样本</translation>
    </message>
    <message>
        <source>not in this batch</source>
        <translation>不在本批中</translation>
    </message>
    <message>
        <source>the pinned example: {}</source>
        <translation>固定的样本：{}</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Pin the example</source>
        <translation>固定该样本</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>mean of {0}</source>
        <translation>{0}个样本平均</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>example {0}</source>
        <translation>样本{0}</translation>
    </message>
    <message>
        <source>… {0} in all</source>
        <translation>……共{0}个</translation>
    </message>
</context>
<context>
    <name>ExcitingStrip</name>
    <message>
        <source>and least to</source>
        <translation>响应最弱的样本</translation>
    </message>
    <message>
        <source>{} responds most to</source>
        <translation>{}响应最强的样本</translation>
    </message>
</context>
<context>
    <name>ExperimentFoot</name>
    <message>
        <source>New weights</source>
        <translation>新权重</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Start again from new random weights (Shift+R)</source>
        <translation>换一组新的随机权重，重新开始（Shift+R）</translation>
    </message>
    <message>
        <source>Start again from the same weights (R)</source>
        <translation>用原来的初始权重重新开始（R）</translation>
    </message>
</context>
<context>
    <name>ExperimentLists</name>
    <message>
        <source>the units of each hidden layer are expected, as in 8-8-2</source>
        <translation>应写出每个隐藏层的单元数，如8-8-2</translation>
    </message>
    <message>
        <source>“{text}” is not a number</source>
        <translation>“{text}”不是数</translation>
    </message>
</context>
<context>
    <name>ExperimentPanel</name>
    <message>
        <source>Built-in experiments</source>
        <translation>内置实验</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Load a built-in experiment, with its network and its training</source>
        <translation>载入一个内置实验，包括网络和训练设置</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>A bias is added as it is: {z} changes by as much as {bias}.</source>
        <translation>偏置是直接加上去的：{bias}变多少，{z}就变多少。</translation>
    </message>
    <message>
        <source>How L changes with {unit}: by the error {error}.</source>
        <translation>L对{unit}的变化率：就是误差{error}。</translation>
    </message>
    <message>
        <source>How L changes with {z}: cross-entropy after a {output} leaves just {error}.</source>
        <translation>L对{z}的变化率：{output}接交叉熵，只剩下{error}。</translation>
    </message>
    <message>
        <source>How L changes with {z}: the units of a {output} are coupled, so loss and output are one step.</source>
        <translation>L对{z}的变化率：{output}的各单元互相耦合，所以损失与输出合成一步。</translation>
    </message>
    <message>
        <source>L1 and L2 penalty</source>
        <translation>L1和L2惩罚项</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1惩罚项</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2惩罚项</translation>
    </message>
    <message>
        <source>The mean of {factors} over the batch&apos;s {count} examples: everything that differs between them.</source>
        <translation>{factors}对这批{count}个样本的平均：凡因样本而异的都在里面。</translation>
    </message>
    <message>
        <source>The slope g′ of {activation} at {z}: how much of a change gets through to {unit}.</source>
        <translation>{activation}在{z}处的斜率g′：变化有多少能传到{unit}。</translation>
    </message>
    <message>
        <source>The weight {weight}: {unit} sees {below} multiplied by it.</source>
        <translation>权重{weight}：{below}乘上它才进入{unit}。</translation>
    </message>
    <message>
        <source>What dropout multiplies {unit} by in this iteration: 0, or 1 / (1 − p).</source>
        <translation>本次迭代中随机失活给{unit}乘的因子：0或1 / (1 − p)。</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>ex {}</source>
        <translation>样本{}</translation>
    </message>
    <message>
        <source>example {}</source>
        <translation>样本{}</translation>
    </message>
    <message>
        <source>it {}</source>
        <translation>迭代{}</translation>
    </message>
    <message>
        <source>iteration {}</source>
        <translation>第{}次迭代</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>mean of {}</source>
        <translation>{}个平均</translation>
    </message>
    <message>
        <source>mean of {} examples</source>
        <translation>{}个样本的平均</translation>
    </message>
    <message>
        <source>over {} examples</source>
        <translation>对{}个样本</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>{source} is what the weight {weight} multiplies.</source>
        <translation>{source}就是权重{weight}所乘的量。</translation>
    </message>
    <message>
        <source>{unit} is silenced: nothing gets through it.</source>
        <translation>{unit}已关闭：什么都传不过去。</translation>
    </message>
    <message>
        <source>{unit} works as usual; another unit of its layer is silenced.</source>
        <translation>{unit}照常工作；关闭的是同层的另一个单元。</translation>
    </message>
    <message>
        <source>{} more: sum</source>
        <translation>其余{}条之和</translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Blame</source>
        <translation>责任</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Which explanation is shown</source>
        <translation>显示哪种解释</translation>
    </message>
</context>
<context>
    <name>FanPlot</name>
    <message>
        <source>all {} examples</source>
        <translation>全部{}个样本</translation>
    </message>
    <message>
        <source>{count} batches of {size}: mean cosine {cosine}</source>
        <translation>{count}批，每批{size}个：平均余弦{cosine}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Deliberate fault: {faults}</source>
        <translation>故意设置的错误：{faults}</translation>
    </message>
    <message>
        <source>Deliberate faults: {faults}</source>
        <translation>故意设置的错误：{faults}</translation>
    </message>
    <message>
        <source>inputs are not standardised</source>
        <translation>输入没有标准化</translation>
    </message>
    <message>
        <source>one region has wrong labels</source>
        <translation>有一个区域的标签是错的</translation>
    </message>
    <message>
        <source>the split is sorted, not shuffled</source>
        <translation>划分按顺序进行，没有打乱</translation>
    </message>
    <message>
        <source>the test part is not standardised</source>
        <translation>测试集没有标准化</translation>
    </message>
    <message>
        <source>{input} is {scale:g} times too large</source>
        <translation>{input}被放大{scale:g}倍</translation>
    </message>
    <message>
        <source>{labels} of the labels are wrong</source>
        <translation>{labels}的标签是错的</translation>
    </message>
    <message>
        <source>{leaked} of the held-out examples are copies</source>
        <translation>留出样本中有{leaked}是训练样本的副本</translation>
    </message>
</context>
<context>
    <name>FeaturesRow</name>
    <message>
        <source>Use this as an input of the network, or not</source>
        <translation>是否用它作网络的输入</translation>
    </message>
</context>
<context>
    <name>FilesButton</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open an experiment from a file, or save this one</source>
        <translation>从文件打开实验，或保存当前实验</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>ffmpeg has failed: {complaint}</source>
        <translation>ffmpeg失败了：{complaint}</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>它没有说明原因就结束了</translation>
    </message>
    <message>
        <source>videos are made by ffmpeg, which is not on the PATH, or by PyAV, which is not installed: install ffmpeg, or pip install &apos;nnviz-desktop[film]&apos;; .gif and .webp need neither</source>
        <translation>视频由ffmpeg或PyAV生成，但PATH中没有ffmpeg，PyAV也没有安装：请安装ffmpeg，或运行pip install &apos;nnviz-desktop[film]&apos;；.gif和.webp都不需要</translation>
    </message>
</context>
<context>
    <name>FormulaStrip</name>
    <message>
        <source>What is happening</source>
        <translation>当前步骤</translation>
    </message>
</context>
<context>
    <name>FuturesButton</name>
    <message>
        <source>1 other run</source>
        <translation>另有1次运行</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>其他运行</translation>
    </message>
    <message>
        <source>Other runs from the same start: what came next before something was changed</source>
        <translation>同一起点的其他运行：改动之前原来的走向</translation>
    </message>
    <message>
        <source>{0} other runs</source>
        <translation>另有{0}次运行</translation>
    </message>
</context>
<context>
    <name>Glass</name>
    <message>
        <source>What is pointed at</source>
        <translation>指针所指之处</translation>
    </message>
</context>
<context>
    <name>GradientFlowPanel</name>
    <message>
        <source>Batches</source>
        <translation>各批梯度</translation>
    </message>
    <message>
        <source>Each layer&apos;s error signal δ, gradient and update appear here as bars: they show at a glance whether δ vanishes or explodes on its way back.</source>
        <translation>各层的误差信号δ、梯度和更新量在这里画成条形：一眼就能看出δ在反向传播途中是消失还是爆炸。</translation>
    </message>
    <message>
        <source>Each layer&apos;s signal is painted here epoch by epoch, as a row of colours. It is recorded from now on: press T with this page open.</source>
        <translation>各层的信号在这里逐轮画成一行颜色。从现在起开始记录：请让这一页开着，按T训练。</translation>
    </message>
    <message>
        <source>Each layer&apos;s weights and activations appear here as histograms.</source>
        <translation>各层的权重和激活值在这里画成直方图。</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>梯度流</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间</translation>
    </message>
    <message>
        <source>The gradients of single batches appear here as arrows: they show how far each points where the gradient of all examples does.</source>
        <translation>单个批的梯度在这里画成箭头：看每一个与全部样本的梯度方向有多接近。</translation>
    </message>
    <message>
        <source>What is shown of each layer over time</source>
        <translation>各层随时间显示哪个量</translation>
    </message>
    <message>
        <source>Which page is shown</source>
        <translation>显示哪一页</translation>
    </message>
    <message>
        <source>after the update, for {} training examples</source>
        <translation>更新之后，{}个训练样本</translation>
    </message>
    <message>
        <source>crosses: not finite</source>
        <translation>叉号：非有限值</translation>
    </message>
    <message>
        <source>flat: g′ &lt; {} of its maximum</source>
        <translation>平坦：g′小于最大值的{}</translation>
    </message>
    <message>
        <source>for {} training examples</source>
        <translation>{}个训练样本</translation>
    </message>
    <message>
        <source>hatched: 0</source>
        <translation>斜线：0</translation>
    </message>
    <message>
        <source>logarithmic colours</source>
        <translation>颜色按对数</translation>
    </message>
    <message>
        <source>mean cosine with the whole gradient: {}</source>
        <translation>与全部样本梯度的平均余弦：{}</translation>
    </message>
    <message>
        <source>mean cosine: {}</source>
        <translation>平均余弦：{}</translation>
    </message>
    <message>
        <source>only what was recorded</source>
        <translation>只含已记录的部分</translation>
    </message>
    <message>
        <source>{} batches of {}</source>
        <translation>{}批，每批{}个</translation>
    </message>
    <message>
        <source>{} batches of {}, each turned by as much as its gradient is off</source>
        <translation>{}批，每批{}个样本，箭头偏多少，梯度就偏多少</translation>
    </message>
    <message>
        <source>{} batches of {}, turned as they are off</source>
        <translation>{}批，每批{}个，按偏角画出</translation>
    </message>
    <message>
        <source>{} examples</source>
        <translation>{}个样本</translation>
    </message>
</context>
<context>
    <name>GrainChoice</name>
    <message>
        <source>Step by</source>
        <translation>每步为</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>step by</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>term</source>
        <translation>项</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
</context>
<context>
    <name>GraphPanel</name>
    <message>
        <source>Computation graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>No graph: {}. A network of 2-2-1 units has one that can be read.</source>
        <translation>没有计算图：{}。2-2-1单元的网络有能看清的计算图。</translation>
    </message>
    <message>
        <source>The loss of one example appears here as a graph of single numbers, from inputs to loss.</source>
        <translation>这里把一个样本的损失显示为由单个数值组成的计算图，从输入到损失。</translation>
    </message>
    <message>
        <source>example {}</source>
        <translation>样本{}</translation>
    </message>
    <message>
        <source>example {}: values and derivatives</source>
        <translation>样本{}：数值与导数</translation>
    </message>
    <message>
        <source>example {}: {} nodes, each with its value and the derivative of the loss by it</source>
        <translation>样本{}：{}个节点，各有数值和损失对它的导数</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>分享</translation>
    </message>
</context>
<context>
    <name>HiddenLayersRows</name>
    <message>
        <source>Add another hidden layer before the output</source>
        <translation>在输出层之前再加一个隐藏层</translation>
    </message>
    <message>
        <source>Add hidden layer</source>
        <translation>添加隐藏层</translation>
    </message>
    <message>
        <source>Hidden {layer}</source>
        <translation>隐藏层{layer}</translation>
    </message>
    <message>
        <source>How many units this hidden layer has</source>
        <translation>这个隐藏层的单元数</translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
</context>
<context>
    <name>HiddenSpacePanel</name>
    <message>
        <source>1 input</source>
        <translation>1个输入</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1个单元</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>隐藏空间</translation>
    </message>
    <message>
        <source>In hidden {}</source>
        <translation>在隐藏层{}</translation>
    </message>
    <message>
        <source>In the input</source>
        <translation>在输入层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Look at more than two units along the straight line that tells the classes apart</source>
        <translation>多于两个单元时，顺着把两类分开的那条直线看过去</translation>
    </message>
    <message>
        <source>No picture: {}.</source>
        <translation>没有图：{}。</translation>
    </message>
    <message>
        <source>R² of a linear fit</source>
        <translation>线性拟合的R²</translation>
    </message>
    <message>
        <source>Show the layer that is active or selected in the diagram</source>
        <translation>显示网络图中正在计算或选中的层</translation>
    </message>
    <message>
        <source>The examples appear here as each layer sees them, with the grid of the input bent along with them.</source>
        <translation>这里显示各层看到的样本，输入的网格也随之弯曲。</translation>
    </message>
    <message>
        <source>The layer&apos;s picture is being computed.</source>
        <translation>正在计算这一层的图。</translation>
    </message>
    <message>
        <source>The part of the data on which the line is judged</source>
        <translation>用哪个数据集评判直线</translation>
    </message>
    <message>
        <source>Which layer is shown</source>
        <translation>显示哪一层</translation>
    </message>
    <message>
        <source>a straight line gets right</source>
        <translation>一条直线能分对</translation>
    </message>
    <message>
        <source>across the straight line</source>
        <translation>横穿直线的方向</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>分开看</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>direction {} · {}</source>
        <translation>方向{} · {}</translation>
    </message>
    <message>
        <source>fitted to {} of {} training examples</source>
        <translation>用{}个（共{}个）训练样本拟合</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>linear R²</source>
        <translation>线性R²</translation>
    </message>
    <message>
        <source>majority guess: {}</source>
        <translation>全猜多数类：{}</translation>
    </message>
    <message>
        <source>straight line</source>
        <translation>一条直线</translation>
    </message>
    <message>
        <source>straight lines</source>
        <translation>几条直线</translation>
    </message>
    <message>
        <source>straight lines get right</source>
        <translation>几条直线能分对</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>输入层</translation>
    </message>
    <message>
        <source>the plane of its 2 units</source>
        <translation>2个单元构成的平面</translation>
    </message>
    <message>
        <source>the plane of the 2 inputs</source>
        <translation>2个输入构成的平面</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>training part</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>val.</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>validation part</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>{} (input: {})</source>
        <translation>{}（输入层：{}）</translation>
    </message>
    <message>
        <source>{} a linear fit has R² {}</source>
        <translation>{}，线性拟合的R²为{}</translation>
    </message>
    <message>
        <source>{} a straight line gets {} right</source>
        <translation>{}，一条直线能分对{}</translation>
    </message>
    <message>
        <source>{} inputs</source>
        <translation>{}个输入</translation>
    </message>
    <message>
        <source>{} of the spread</source>
        <translation>占总方差的{}</translation>
    </message>
    <message>
        <source>{} of {} drawn</source>
        <translation>画出{}个（共{}个）</translation>
    </message>
    <message>
        <source>{} straight lines get {} right</source>
        <translation>{}，几条直线能分对{}</translation>
    </message>
    <message>
        <source>{} units</source>
        <translation>{}个单元</translation>
    </message>
    <message>
        <source>{} · first two components: {} of the spread</source>
        <translation>{} · 前两个主成分占总方差的{}</translation>
    </message>
    <message>
        <source>{} · {} of the spread</source>
        <translation>{} · 占总方差的{}</translation>
    </message>
    <message>
        <source>{}, standardised</source>
        <translation>{}（标准化后）</translation>
    </message>
    <message>
        <source>{}, worse than {}: {}</source>
        <translation>{}，不如{}：{}</translation>
    </message>
    <message>
        <source>{}, {} before</source>
        <translation>{}，前一层{}</translation>
    </message>
    <message>
        <source>{}: R² {}</source>
        <translation>{}：R²为{}</translation>
    </message>
    <message>
        <source>{}: beyond what can be measured</source>
        <translation>{}：超出可测范围</translation>
    </message>
    <message>
        <source>{}: the best linear fit on its {} units</source>
        <translation>{}：对其{}个单元的最佳线性拟合</translation>
    </message>
    <message>
        <source>{}: worse than in {} ({})</source>
        <translation>{}，不如{}（{}）</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}：{}</translation>
    </message>
    <message>
        <source>{}: {} trained, {} untrained</source>
        <translation>{}：训练后{}，训练前{}</translation>
    </message>
</context>
<context>
    <name>ImageGrid</name>
    <message>
        <source>Examples of the batch</source>
        <translation>本批的样本</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>What you do cannot be kept for the case of a crash: {}</source>
        <translation>您的工作无法为意外退出而保留：{}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Diagram</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Edit what is picked</source>
        <translation>编辑选中的对象</translation>
    </message>
    <message>
        <source>Esc closes this list</source>
        <translation>Esc关闭此列表</translation>
    </message>
    <message>
        <source>Its weights, and back</source>
        <translation>转到它的权重，再返回</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Pick another unit</source>
        <translation>选另一个单元</translation>
    </message>
    <message>
        <source>The keyboard comes here</source>
        <translation>键盘焦点来到这里</translation>
    </message>
</context>
<context>
    <name>Landscape</name>
    <message>
        <source>1st direction</source>
        <translation>第1方向</translation>
    </message>
    <message>
        <source>2nd direction</source>
        <translation>第2方向</translation>
    </message>
    <message>
        <source>all other weights stay as they are</source>
        <translation>其余权重保持不变</translation>
    </message>
    <message>
        <source>all others stay</source>
        <translation>其余不变</translation>
    </message>
    <message>
        <source>filter-normalised</source>
        <translation>按滤波器归一</translation>
    </message>
    <message>
        <source>map of {} of {} examples</source>
        <translation>曲面图用了{}/{}个样本</translation>
    </message>
    <message>
        <source>one weight</source>
        <translation>一个权重</translation>
    </message>
    <message>
        <source>path of training</source>
        <translation>训练路径</translation>
    </message>
    <message>
        <source>principal directions: {} of the path</source>
        <translation>主方向：占路径的{}</translation>
    </message>
    <message>
        <source>random 1</source>
        <translation>随机1</translation>
    </message>
    <message>
        <source>random 2</source>
        <translation>随机2</translation>
    </message>
    <message>
        <source>random directions</source>
        <translation>随机方向</translation>
    </message>
    <message>
        <source>random directions, each unit&apos;s as long as its weights (Li et al. 2018)</source>
        <translation>随机方向，每个单元的分量与其权重等长（Li等，2018）</translation>
    </message>
    <message>
        <source>random, filter-normalised (Li et al. 2018)</source>
        <translation>随机，按滤波器归一（Li等，2018）</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step × {}</source>
        <translation>步×{}</translation>
    </message>
    <message>
        <source>the two directions in which training went most: {} of its path</source>
        <translation>训练走得最多的两个方向：占路径的{}</translation>
    </message>
    <message>
        <source>this batch&apos;s loss</source>
        <translation>本批损失</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>two weights</source>
        <translation>两个权重</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>{} of the path</source>
        <translation>占路径的{}</translation>
    </message>
</context>
<context>
    <name>LandscapePanel</name>
    <message>
        <source>Landscape</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>No map: {}.</source>
        <translation>没有曲面图：{}。</translation>
    </message>
    <message>
        <source>The examples that the loss is the mean of</source>
        <translation>损失对哪些样本取平均</translation>
    </message>
    <message>
        <source>The loss appears here as a map over two weights, with the path that training takes on it.</source>
        <translation>这里显示损失在两个权重上的曲面图，以及训练在其上走过的路径。</translation>
    </message>
    <message>
        <source>The map is being computed.</source>
        <translation>正在计算曲面图。</translation>
    </message>
    <message>
        <source>Which directions the map has</source>
        <translation>曲面图沿哪些方向</translation>
    </message>
</context>
<context>
    <name>LandscapePlot</name>
    <message>
        <source>Landscape of the loss</source>
        <translation>损失曲面</translation>
    </message>
</context>
<context>
    <name>LayerHistograms</name>
    <message>
        <source>Histograms of weights and activations</source>
        <translation>权重和激活值的直方图</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>no finite number</source>
        <translation>没有有限数</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>非有限数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>spread σ</source>
        <translation>标准差σ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>Lecture</name>
    <message>
        <source>1 where all training examples are right, else 0</source>
        <translation>训练样本全部答对为1，否则为0</translation>
    </message>
    <message>
        <source>1 where the run has diverged, else 0</source>
        <translation>训练发散为1，否则为0</translation>
    </message>
    <message>
        <source>a cue can set weights, biases, units and the rate, and nothing else in a run</source>
        <translation>提示步只能在运行中设置权重、偏置、单元和学习率，不能设置其他内容</translation>
    </message>
    <message>
        <source>a lecture file</source>
        <translation>讲座文件</translation>
    </message>
    <message>
        <source>a scene has a twin or a seed sheet, not both</source>
        <translation>一个场景可以有对照运行或种子对比图，不能两者都有</translation>
    </message>
    <message>
        <source>a seed sheet has rows or a grid, not both</source>
        <translation>种子对比图可以有行或网格，不能两者都有</translation>
    </message>
    <message>
        <source>a text has no network to change or to train</source>
        <translation>文字场景没有可修改或可训练的网络</translation>
    </message>
    <message>
        <source>a weight, a bias, or a unit&apos;s answer to the first example</source>
        <translation>一个权重、一个偏置，或一个单元对第一个样本的回答</translation>
    </message>
    <message>
        <source>another scene has this id</source>
        <translation>另一个场景已用了这个id</translation>
    </message>
    <message>
        <source>cue {cue}</source>
        <translation>提示步{cue}</translation>
    </message>
    <message>
        <source>cues count from 1 to {cues}, got {number}</source>
        <translation>提示步从1数到{cues}，给出的是{number}</translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation>已训练轮数</translation>
    </message>
    <message>
        <source>expected &quot;{format}&quot;, {given}</source>
        <translation>应为&quot;{format}&quot;，{given}</translation>
    </message>
    <message>
        <source>expected a field in dots, &quot;network.hidden&quot; for example, a weight &quot;W1[0,1]&quot; or a unit &quot;h1[2]&quot;</source>
        <translation>应为用点分隔的字段（例如&quot;network.hidden&quot;）、权重&quot;W1[0,1]&quot;或单元&quot;h1[2]&quot;</translation>
    </message>
    <message>
        <source>expected a finite number, got {bound}</source>
        <translation>应为有限的数，给出的是{bound}</translation>
    </message>
    <message>
        <source>expected a list of tables, a scene each: [[scene]]</source>
        <translation>应为表的列表，每个场景一张：[[scene]]</translation>
    </message>
    <message>
        <source>expected a name for each side, got 1</source>
        <translation>每一侧都应有名称，只给出1个</translation>
    </message>
    <message>
        <source>expected a text, got {name}</source>
        <translation>应为文字，给出的是{name}</translation>
    </message>
    <message>
        <source>expected at least one cue</source>
        <translation>至少要有一个提示步</translation>
    </message>
    <message>
        <source>expected epochs or iterations</source>
        <translation>应给出epochs或iterations</translation>
    </message>
    <message>
        <source>expected {fewest_answers} to {most_answers} answers</source>
        <translation>应有{fewest_answers}到{most_answers}个答案</translation>
    </message>
    <message>
        <source>expected {pick_words}, got {pick}</source>
        <translation>应为{pick_words}，给出的是{pick}</translation>
    </message>
    <message>
        <source>got {tables}</source>
        <translation>给出的是{tables}</translation>
    </message>
    <message>
        <source>how far the first hidden layer&apos;s units differ in a weight or bias</source>
        <translation>第一隐藏层各单元的权重或偏置相差多少</translation>
    </message>
    <message>
        <source>how far the output&apos;s z is off from one matrix&apos;s</source>
        <translation>输出的z与单个矩阵所得相差多少</translation>
    </message>
    <message>
        <source>how far ∂L/∂w is off from what a nudge measures</source>
        <translation>∂L/∂w与微调所测相差多少</translation>
    </message>
    <message>
        <source>how far ∂L/∂w of an example is off from the sum over its paths</source>
        <translation>一个样本的∂L/∂w与各路径之和相差多少</translation>
    </message>
    <message>
        <source>how many parameters there are</source>
        <translation>参数的个数</translation>
    </message>
    <message>
        <source>how well a cut through a single unit of the last hidden layer does on held-out examples</source>
        <translation>只用最后一个隐藏层的单个单元切一刀，在留出的样本上分对多少</translation>
    </message>
    <message>
        <source>how well a straight line through a layer does on held-out examples</source>
        <translation>在某一层上用一条直线，在留出的样本上分对多少</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺少这一项</translation>
    </message>
    <message>
        <source>is missing; only a scene with a text has none</source>
        <translation>缺失；只有文字场景可以没有</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>layers count from 0 to {highest} here, got {layer}</source>
        <translation>这里的层从0数到{highest}，给出的是{layer}</translation>
    </message>
    <message>
        <source>more than {most} files lead to it, one from the other</source>
        <translation>通向它的文件超过{most}个，一个接一个</translation>
    </message>
    <message>
        <source>needs an experiment</source>
        <translation>需要一个实验</translation>
    </message>
    <message>
        <source>no controls {name}{suggestion}</source>
        <translation>没有名为{name}的控件{suggestion}</translation>
    </message>
    <message>
        <source>no file and no built-in lecture of that name{suggestion}</source>
        <translation>没有这个名字的文件或内置课件{suggestion}</translation>
    </message>
    <message>
        <source>no language {language}; known: {known}</source>
        <translation>没有语言{language}；可用：{known}</translation>
    </message>
    <message>
        <source>no scene {name}{suggestion}</source>
        <translation>没有场景{name}{suggestion}</translation>
    </message>
    <message>
        <source>no scene {scene}{suggestion}</source>
        <translation>没有场景{scene}{suggestion}</translation>
    </message>
    <message>
        <source>no such field; known here: {known}</source>
        <translation>没有这个字段；此处可用：{known}</translation>
    </message>
    <message>
        <source>not all hidden layers are linear</source>
        <translation>隐藏层并非都是线性的</translation>
    </message>
    <message>
        <source>of how many straight pieces the answer is made</source>
        <translation>回答由多少段直线组成</translation>
    </message>
    <message>
        <source>one cue cannot lead here: changes made at several times are a cue each</source>
        <translation>一个提示步到不了这里：在不同时刻做的改动各是一个提示步</translation>
    </message>
    <message>
        <source>only ReLUs and the like over one input make straight pieces</source>
        <translation>只有对单个输入使用ReLU一类的激活函数才会得到直线段</translation>
    </message>
    <message>
        <source>scene {scene}</source>
        <translation>场景{scene}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>the RMSE on the {part} part</source>
        <translation>{part}集上的RMSE</translation>
    </message>
    <message>
        <source>the cues of a text or a seed sheet are written by hand</source>
        <translation>文字场景或种子对比图的提示步要手写</translation>
    </message>
    <message>
        <source>the lowest training accuracy with one unit of the first hidden layer off</source>
        <translation>关闭第一隐藏层的一个单元后，最低的训练准确率</translation>
    </message>
    <message>
        <source>the mean cosine of batches&apos; gradients with the whole one</source>
        <translation>各批梯度与整体梯度夹角余弦的平均</translation>
    </message>
    <message>
        <source>the mean loss on the {part} part</source>
        <translation>{part}集上的平均损失</translation>
    </message>
    <message>
        <source>the mean |g′(z)| of the hidden units</source>
        <translation>隐藏单元|g′(z)|的平均</translation>
    </message>
    <message>
        <source>the mean |δ| of a unit</source>
        <translation>一个单元|δ|的平均</translation>
    </message>
    <message>
        <source>the mean |δ| of the first hidden layer as a multiple of the output&apos;s</source>
        <translation>第一隐藏层|δ|的平均是输出层的多少倍</translation>
    </message>
    <message>
        <source>the run ends after {epochs:,} epochs (training.epochs), {batches:,} updates</source>
        <translation>运行在{epochs:,}轮（training.epochs）、{batches:,}次更新后结束</translation>
    </message>
    <message>
        <source>the share of hidden units and examples on a flat part of the curve</source>
        <translation>处在曲线平坦处的隐藏单元与样本所占的比例</translation>
    </message>
    <message>
        <source>the share of hidden units without a slope for any example</source>
        <translation>对任何样本斜率都为零的隐藏单元所占的比例</translation>
    </message>
    <message>
        <source>the share of the {part} part that is right</source>
        <translation>{part}集上答对的比例</translation>
    </message>
    <message>
        <source>the validation loss as a multiple of the lowest so far</source>
        <translation>验证损失是迄今最低值的多少倍</translation>
    </message>
    <message>
        <source>there are no sides without a twin</source>
        <translation>没有对照运行就没有两侧</translation>
    </message>
    <message>
        <source>there is no file {name}</source>
        <translation>没有文件{name}</translation>
    </message>
    <message>
        <source>there is no picture {basename}</source>
        <translation>没有图片{basename}</translation>
    </message>
    <message>
        <source>there is no right side without a twin</source>
        <translation>没有对照运行就没有右侧</translation>
    </message>
    <message>
        <source>these files lead in a circle: {circle}</source>
        <translation>这些文件互相引用成环：{circle}</translation>
    </message>
    <message>
        <source>this file is written in a way that only a hand can add to: expected [[scene]] and [[cue]]</source>
        <translation>这个文件的写法只能手工补充：应为[[scene]]和[[cue]]</translation>
    </message>
    <message>
        <source>this is a lecture, not a scene</source>
        <translation>这是课件，不是场景</translation>
    </message>
    <message>
        <source>this is not the name of a file</source>
        <translation>这不是文件名</translation>
    </message>
    <message>
        <source>this network has no hidden units</source>
        <translation>这个网络没有隐藏单元</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{count:,} cues are too many (at most {most:,})</source>
        <translation>{count:,}个提示步太多（最多{most:,}个）</translation>
    </message>
    <message>
        <source>{count:,} scenes are too many (at most {most:,})</source>
        <translation>{count:,}个场景太多（最多{most:,}个）</translation>
    </message>
    <message>
        <source>{expected}, got {answers}</source>
        <translation>{expected}，给出的是{answers}</translation>
    </message>
    <message>
        <source>{name} cannot be set: only weights, biases and hidden units can</source>
        <translation>{name}不能设置：只有权重、偏置和隐藏单元可以</translation>
    </message>
    <message>
        <source>{name} is about a {about}, and needs one</source>
        <translation>{name}针对{about}，需要指明</translation>
    </message>
    <message>
        <source>{name} is about a {about}, got {pick}</source>
        <translation>{name}针对{about}，给出的是{pick}</translation>
    </message>
    <message>
        <source>{name} is about {tasks}, and this data has {task} to predict</source>
        <translation>{name}针对{tasks}，而这些数据要预测的是{task}</translation>
    </message>
    <message>
        <source>{name} is not about one</source>
        <translation>{name}不针对任何一个</translation>
    </message>
    <message>
        <source>{name} is set and frozen at the same time: that is two cues</source>
        <translation>{name}同时被设置和冻结：这是两个提示步</translation>
    </message>
    <message>
        <source>{name}: expected &quot;off&quot; or &quot;on&quot;, got {value}</source>
        <translation>{name}：应为&quot;off&quot;或&quot;on&quot;，给出的是{value}</translation>
    </message>
    <message>
        <source>{name}: expected a number, &quot;frozen&quot; or &quot;trains&quot;, got {value}</source>
        <translation>{name}：应为数、&quot;frozen&quot;或&quot;trains&quot;，给出的是{value}</translation>
    </message>
    <message>
        <source>{reason}, got {name}</source>
        <translation>{reason}，给出的是{name}</translation>
    </message>
    <message>
        <source>{scene} has {cues}, got {cue}</source>
        <translation>{scene}有{cues}，给出的是{cue}</translation>
    </message>
    <message>
        <source>‖∇L‖ of the training part</source>
        <translation>训练集上的‖∇L‖</translation>
    </message>
    <message>
        <source>∂L/∂w of a weight or bias</source>
        <translation>一个权重或偏置的∂L/∂w</translation>
    </message>
</context>
<context>
    <name>Lectures</name>
    <message>
        <source>The lecture stays as it was: {}</source>
        <translation>课件保持原样：{}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>horizontal: epochs 0 to {}</source>
        <translation>横轴：0到{}轮</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>vertical: loss (log), {} to {}</source>
        <translation>纵轴：损失（对数），{}到{}</translation>
    </message>
    <message>
        <source>vertical: loss, 0 to {}</source>
        <translation>纵轴：损失，0到{}</translation>
    </message>
</context>
<context>
    <name>LivePicture</name>
    <message>
        <source>What the audience sees</source>
        <translation>观众看到的画面</translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>1 epoch without improvement</source>
        <translation>1轮没有改进</translation>
    </message>
    <message>
        <source>Curves over the epochs</source>
        <translation>随轮次变化的曲线</translation>
    </message>
    <message>
        <source>Logarithmic axis: equal distances are equal ratios</source>
        <translation>对数坐标：距离相等即比值相等</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>No validation part</source>
        <translation>没有验证集</translation>
    </message>
    <message>
        <source>No validation part: overfitting cannot be seen.</source>
        <translation>没有验证集：看不出过拟合。</translation>
    </message>
    <message>
        <source>Nothing to restore yet: no epoch has been scored.</source>
        <translation>还不能恢复：尚未评估过任何一轮。</translation>
    </message>
    <message>
        <source>Nothing to restore: without a validation part there is no best epoch.</source>
        <translation>不能恢复：没有验证集，就没有最佳轮次。</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Restore the parameters of epoch {}, the best on held-out data</source>
        <translation>恢复第{}轮的参数，它在验证集上最佳</translation>
    </message>
    <message>
        <source>Show the {} in place of the loss</source>
        <translation>改为显示{}，不显示损失</translation>
    </message>
    <message>
        <source>Stopped at {}: {} epochs without improvement</source>
        <translation>停于第{}轮：{}轮没有改进</translation>
    </message>
    <message>
        <source>Stopped: {}</source>
        <translation>已停止：{}</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>best epoch {} · stopped at {}</source>
        <translation>最佳第{}轮 · 停于第{}轮</translation>
    </message>
    <message>
        <source>best {} · end {}</source>
        <translation>最佳{} · 停于{}</translation>
    </message>
    <message>
        <source>epoch {}</source>
        <translation>第{}轮</translation>
    </message>
    <message>
        <source>epoch {} · best epoch {}</source>
        <translation>第{}轮 · 最佳第{}轮</translation>
    </message>
    <message>
        <source>gap {}</source>
        <translation>差距{}</translation>
    </message>
    <message>
        <source>gap {} pt</source>
        <translation>差距{}个百分点</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>restore best</source>
        <translation>恢复最佳</translation>
    </message>
    <message>
        <source>train {} · val. {}</source>
        <translation>训练{} · 验证{}</translation>
    </message>
    <message>
        <source>{} epochs without improvement</source>
        <translation>{}轮没有改进</translation>
    </message>
    <message>
        <source>{} of {} epochs without improvement</source>
        <translation>{}轮没有改进（耐心值{}）</translation>
    </message>
    <message>
        <source>{} of {} epochs without improvement, patience reset</source>
        <translation>{}轮没有改进（耐心值{}，重新计数）</translation>
    </message>
    <message>
        <source>{} of {} without improvement</source>
        <translation>{}/{}轮没有改进</translation>
    </message>
    <message>
        <source>{} of {}, patience reset</source>
        <translation>{}/{}轮，重新计数</translation>
    </message>
    <message>
        <source>{} without improvement</source>
        <translation>{}轮没有改进</translation>
    </message>
    <message>
        <source>{} · best {}</source>
        <translation>{} · 最佳{}</translation>
    </message>
    <message>
        <source>{}: train {} · val. {}</source>
        <translation>{}：训练{} · 验证{}</translation>
    </message>
    <message>
        <source>{}: training {}</source>
        <translation>{}：训练{}</translation>
    </message>
    <message>
        <source>{}: training {} · validation {}</source>
        <translation>{}：训练集{} · 验证集{}</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>The loss curve appears here during training, on the training part and on held-out data.</source>
        <translation>训练时这里显示损失曲线：训练集上的和验证集上的。</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最好</translation>
    </message>
    <message>
        <source>best on held-out data</source>
        <translation>验证集上最好</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>further training no longer helps</source>
        <translation>再训练已无帮助</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>iteration {0}: {1}</source>
        <translation>第{0}次迭代：{1}</translation>
    </message>
    <message>
        <source>{0} more before</source>
        <translation>之前还有{0}项</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>before</source>
        <translation>更新前</translation>
    </message>
    <message>
        <source>{} (before)</source>
        <translation>{}（更新前）</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>A layer&apos;s weights and units appear here in a table as soon as there is a network.</source>
        <translation>有了网络，这里就以表格显示一层的权重和单元。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet; Ctrl+C copies the selected cells</source>
        <translation>复制整个表格，可粘贴到电子表格；Ctrl+C复制选中的单元格</translation>
    </message>
    <message>
        <source>The gradient that the optimiser gets</source>
        <translation>优化器得到的梯度</translation>
    </message>
    <message>
        <source>The units&apos; numbers</source>
        <translation>单元的数值</translation>
    </message>
    <message>
        <source>W and b are those after this update; {} were computed before it.</source>
        <translation>W和b是本次更新后的值；{}是更新前算出的。</translation>
    </message>
    <message>
        <source>Weights after the update</source>
        <translation>更新后的权重</translation>
    </message>
    <message>
        <source>Weights as</source>
        <translation>权重显示为</translation>
    </message>
    <message>
        <source>Weights before the update</source>
        <translation>更新前的权重</translation>
    </message>
    <message>
        <source>Which layer is shown</source>
        <translation>显示哪一层</translation>
    </message>
    <message>
        <source>{}: before the update</source>
        <translation>{}：更新前</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>The layer&apos;s numbers</source>
        <translation>这一层的数值</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>accuracy of a straight line</source>
        <translation>一条直线的准确率</translation>
    </message>
    <message>
        <source>accuracy of the best single unit</source>
        <translation>最佳单个单元的准确率</translation>
    </message>
    <message>
        <source>cosine with the whole gradient</source>
        <translation>与整体梯度夹角的余弦</translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation>已训练轮数</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>lowest accuracy with a unit off</source>
        <translation>关闭一个单元时的最低准确率</translation>
    </message>
    <message>
        <source>mean |g′(z)| of hidden units</source>
        <translation>隐藏单元的平均|g′(z)|</translation>
    </message>
    <message>
        <source>mean |δ|</source>
        <translation>平均|δ|</translation>
    </message>
    <message>
        <source>off from one matrix&apos;s answer</source>
        <translation>与单个矩阵输出之差</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数个数</translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation>饱和比例</translation>
    </message>
    <message>
        <source>share of dead units</source>
        <translation>失活单元比例</translation>
    </message>
    <message>
        <source>spread of the hidden units</source>
        <translation>隐藏单元之间的差异</translation>
    </message>
    <message>
        <source>straight pieces of the answer</source>
        <translation>输出的直线段数</translation>
    </message>
    <message>
        <source>test RMSE</source>
        <translation>测试RMSE</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>the run diverged</source>
        <translation>训练发散</translation>
    </message>
    <message>
        <source>training RMSE</source>
        <translation>训练RMSE</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>training part solved</source>
        <translation>训练集全部分对</translation>
    </message>
    <message>
        <source>validation RMSE</source>
        <translation>验证RMSE</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>validation loss / its lowest</source>
        <translation>验证损失/其最低值</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>|δ| of the first layer / the output&apos;s</source>
        <translation>首层|δ|/输出层|δ|</translation>
    </message>
    <message>
        <source>‖∇L‖</source>
        <translation>‖∇L‖</translation>
    </message>
    <message>
        <source>∂L/∂w off from a nudge</source>
        <translation>∂L/∂w与微调测得值之差</translation>
    </message>
    <message>
        <source>∂L/∂w off from its paths</source>
        <translation>∂L/∂w与各路径总和之差</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>class {name}</source>
        <translation>类别{name}</translation>
    </message>
    <message>
        <source>hidden layer {0}</source>
        <translation>隐藏层{0}</translation>
    </message>
    <message>
        <source>hidden {0}</source>
        <translation>隐藏层{0}</translation>
    </message>
    <message>
        <source>in</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入层</translation>
    </message>
    <message>
        <source>out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>pixel {row}, {column}</source>
        <translation>像素({row}, {column})</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>输入层</translation>
    </message>
    <message>
        <source>the output layer</source>
        <translation>输出层</translation>
    </message>
</context>
<context>
    <name>NextBlock</name>
    <message>
        <source>Next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Next · scene {0}</source>
        <translation>接下来 · 场景{0}</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>{0} · cue {1}</source>
        <translation>{0} · 提示步{1}</translation>
    </message>
    <message>
        <source>{0} · question</source>
        <translation>{0} · 提问</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Restored the weights of epoch %1: this update starts from them.</source>
        <translation>已恢复第%1轮的权重：这次更新从这里开始。</translation>
    </message>
    <message>
        <source>T trains on from the best epoch, Ctrl+Z goes back to the last.</source>
        <translation>按T从最佳轮次继续训练，按Ctrl+Z回到最后一轮。</translation>
    </message>
    <message>
        <source>The model failed: %1</source>
        <translation>模型出错：%1</translation>
    </message>
    <message>
        <source>The network has the weights of the last epoch, %1: T trains on from them, B restores those of %2.</source>
        <translation>网络现在用的是最后一轮（第%1轮）的权重：按T从这里继续训练，按B恢复第%2轮的权重。</translation>
    </message>
    <message>
        <source>The network has the weights of the last epoch: T trains on from them.</source>
        <translation>网络现在用的是最后一轮的权重：按T从这里继续训练。</translation>
    </message>
    <message>
        <source>Training stopped: %1.</source>
        <translation>训练已停止：%1。</translation>
    </message>
</context>
<context>
    <name>NudgePage</name>
    <message>
        <source>Click a weight in the diagram, a line between two units, to see the loss as a curve over it, with a handle to push the weight. Click a unit to see its bias.</source>
        <translation>点击网络图中的权重（两个单元之间的连线），可以看到损失随它变化的曲线，并用手柄拖动权重。点击单元则看它的偏置。</translation>
    </message>
    <message>
        <source>Computing: each point of the curve takes all examples of the batch.</source>
        <translation>正在计算：曲线上每一点都要用到整批样本。</translation>
    </message>
    <message>
        <source>Drag the point along the curve, or reach it with Tab and push it with ← and →.</source>
        <translation>沿曲线拖动这个点，或用Tab选中它，再用←和→移动。</translation>
    </message>
    <message>
        <source>Enter releases the weight, Esc puts it back.</source>
        <translation>Enter松开权重，Esc恢复原值。</translation>
    </message>
    <message>
        <source>How L reacts to {}</source>
        <translation>L随{}怎样变化</translation>
    </message>
    <message>
        <source>If {} changed a little, how would L react?</source>
        <translation>{}稍微变一点，L会怎样变？</translation>
    </message>
    <message>
        <source>L over {}</source>
        <translation>L随{}变化</translation>
    </message>
    <message>
        <source>L, by the tangent</source>
        <translation>L（按切线）</translation>
    </message>
    <message>
        <source>L, measured</source>
        <translation>L（实测）</translation>
    </message>
    <message>
        <source>When released:</source>
        <translation>松开后：</translation>
    </message>
    <message>
        <source>When the weight is released</source>
        <translation>松开权重后</translation>
    </message>
    <message>
        <source>gradient ∂L/∂{}</source>
        <translation>梯度∂L/∂{}</translation>
    </message>
    <message>
        <source>keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>put it back</source>
        <translation>恢复原值</translation>
    </message>
    <message>
        <source>slope of the curve, measured</source>
        <translation>曲线斜率（实测）</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>计算中…</translation>
    </message>
    <message>
        <source>ΔL, measured</source>
        <translation>ΔL（实测）</translation>
    </message>
</context>
<context>
    <name>NudgePlot</name>
    <message>
        <source>tangent</source>
        <translation>切线</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>A layer of one unit cannot be halved</source>
        <translation>只有一个单元的层不能再减半</translation>
    </message>
    <message>
        <source>The left side has this already</source>
        <translation>左侧已经是这样</translation>
    </message>
    <message>
        <source>There is no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全批量</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>one layer fewer</source>
        <translation>少一层</translation>
    </message>
    <message>
        <source>one layer more</source>
        <translation>多一层</translation>
    </message>
    <message>
        <source>one of {} units</source>
        <translation>一层{}个单元</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>seed of the weights</source>
        <translation>权重的随机种子</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>× 10</source>
        <translation>× 10</translation>
    </message>
    <message>
        <source>× 2</source>
        <translation>× 2</translation>
    </message>
    <message>
        <source>÷ 10</source>
        <translation>÷ 10</translation>
    </message>
    <message>
        <source>÷ 2</source>
        <translation>÷ 2</translation>
    </message>
</context>
<context>
    <name>OneMatrixView</name>
    <message>
        <source>the straight line, in raw inputs:</source>
        <translation>直线方程（原始输入）：</translation>
    </message>
    <message>
        <source>the straight line:</source>
        <translation>直线方程：</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Experiments (*.toml)</source>
        <translation>实验 (*.toml)</translation>
    </message>
    <message>
        <source>Experiments, sessions, recordings and tables (%1)</source>
        <translation>实验、会话、记录和表格（%1）</translation>
    </message>
    <message>
        <source>Open an experiment, a session, a recording or a table</source>
        <translation>打开实验、会话、记录或表格</translation>
    </message>
    <message>
        <source>Recordings (%1)</source>
        <translation>记录（%1）</translation>
    </message>
    <message>
        <source>Save the experiment, or the session with its run</source>
        <translation>保存实验，或连同运行保存为会话</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为%1。</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Sessions (%1)</source>
        <translation>会话 (%1)</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>表格 (%1)</translation>
    </message>
    <message>
        <source>the last experiment</source>
        <translation>上次的实验</translation>
    </message>
</context>
<context>
    <name>Pace</name>
    <message>
        <source>1 ep/s</source>
        <translation>1轮/秒</translation>
    </message>
    <message>
        <source>1 epoch a second</source>
        <translation>每秒1轮</translation>
    </message>
    <message>
        <source>1 it</source>
        <translation>1次/帧</translation>
    </message>
    <message>
        <source>1 it/s</source>
        <translation>1次/秒</translation>
    </message>
    <message>
        <source>1 iteration a frame</source>
        <translation>每帧1次迭代</translation>
    </message>
    <message>
        <source>1 iteration a second</source>
        <translation>每秒1次迭代</translation>
    </message>
    <message>
        <source>10 ep/s</source>
        <translation>10轮/秒</translation>
    </message>
    <message>
        <source>10 epochs a second</source>
        <translation>每秒10轮</translation>
    </message>
    <message>
        <source>10 it/s</source>
        <translation>10次/秒</translation>
    </message>
    <message>
        <source>10 iterations a second</source>
        <translation>每秒10次迭代</translation>
    </message>
    <message>
        <source>a run in about 10 s</source>
        <translation>约10秒训练完</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>≈ 10 s</source>
        <translation>约10秒</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>A question first</source>
        <translation>先回答一个问题</translation>
    </message>
    <message>
        <source>All numbers of this example</source>
        <translation>这个样本的所有数字</translation>
    </message>
    <message>
        <source>All {epochs} epochs are done.</source>
        <translation>全部{epochs}轮已完成。</translation>
    </message>
    <message>
        <source>Along the two directions in which its {units} units tell the examples farthest apart.</source>
        <translation>沿两个方向看：{units}个单元在这两个方向上把样本分得最开。</translation>
    </message>
    <message>
        <source>As a hidden layer sees it</source>
        <translation>隐藏层眼中的样本</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Each unit bends its sum with its curve g.</source>
        <translation>每个单元用自己的曲线g弯折它的和。</translation>
    </message>
    <message>
        <source>Every weight and every bias takes a small step against its gradient.</source>
        <translation>每个权重和每个偏置都沿着与梯度相反的方向迈一小步。</translation>
    </message>
    <message>
        <source>It has diverged: the numbers are no longer finite. Reset, and try a smaller rate.</source>
        <translation>训练发散了：数字不再有限。请重置，并试用更小的学习率。</translation>
    </message>
    <message>
        <source>It is frozen: updates leave it as it is.</source>
        <translation>它被冻结了：更新不会改变它。</translation>
    </message>
    <message>
        <source>Its value</source>
        <translation>它的值</translation>
    </message>
    <message>
        <source>Keys: → and ← one step, Shift+→ and Shift+← one iteration, ↑ and ↓ another unit, E another example, Home the start, T train or pause, R reset.</source>
        <translation>按键：→和←走一步，Shift+→和Shift+←走一次迭代，↑和↓换单元，E换样本，Home回到起点，T训练或暂停，R重置。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Means over batch and units; bars on a log scale. Flat: where the slope g′ is below 5 % of its largest.</source>
        <translation>对整批和各单元取平均；条形为对数刻度。平坦：斜率g′低于其最大值的5%。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Not quite. Right is: {answer}</source>
        <translation>不完全对。正确的是：{answer}</translation>
    </message>
    <message>
        <source>One iteration back</source>
        <translation>后退一次迭代</translation>
    </message>
    <message>
        <source>One iteration on</source>
        <translation>前进一次迭代</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>对。</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Signals from layer to layer</source>
        <translation>逐层的信号</translation>
    </message>
    <message>
        <source>Tap a line or a unit: its number can be changed here.</source>
        <translation>点一条连线或一个单元，就能在这里修改它的数值。</translation>
    </message>
    <message>
        <source>Tap a line or a unit; swipe to step.</source>
        <translation>点连线或单元；左右滑动走一步。</translation>
    </message>
    <message>
        <source>Tap an example to follow its numbers.</source>
        <translation>点一个样本，跟踪它的数字。</translation>
    </message>
    <message>
        <source>The example before, of the batch</source>
        <translation>批中的上一个样本</translation>
    </message>
    <message>
        <source>The loss says how far the prediction is from the target: 0 would be perfect.</source>
        <translation>损失说明预测离目标有多远：0就是完美。</translation>
    </message>
    <message>
        <source>The network: {layers}. Below, every number stands in tables.</source>
        <translation>网络：{layers}。下方的表格列出了所有数字。</translation>
    </message>
    <message>
        <source>The next example of the batch</source>
        <translation>批中的下一个样本</translation>
    </message>
    <message>
        <source>The output&apos;s curve makes the prediction of the sum.</source>
        <translation>输出的曲线把和变成预测。</translation>
    </message>
    <message>
        <source>The phases of an iteration</source>
        <translation>一次迭代的各个阶段</translation>
    </message>
    <message>
        <source>The sums become shares that are positive and add up to 1: one for each class.</source>
        <translation>这些和变成正的份额，总和为1：每个类别一份。</translation>
    </message>
    <message>
        <source>The validation loss has not got better for {epochs} epochs: it stops here.</source>
        <translation>验证损失已有{epochs}轮没有变好：训练在此停止。</translation>
    </message>
    <message>
        <source>This layer hands its sums on as they are.</source>
        <translation>这一层把它的和原样传下去。</translation>
    </message>
    <message>
        <source>This page computes a network in your browser: it needs JavaScript to be switched on.</source>
        <translation>本页在你的设备中计算一个网络：需要打开JavaScript。</translation>
    </message>
    <message>
        <source>This page is one file. It was made by nnviz {version} and asks nothing of any network: your browser computes every number here, by the formulas that nnviz trains with.</source>
        <translation>本页是单个文件，由nnviz {version}制作，不访问任何互联网：这里的每个数字都由你的设备按nnviz训练所用的公式算出。</translation>
    </message>
    <message>
        <source>To the start of the iteration</source>
        <translation>到迭代的开头</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train, and the loss of every epoch appears here.</source>
        <translation>开始训练，每轮的损失就会显示在这里。</translation>
    </message>
    <message>
        <source>Undo the changes</source>
        <translation>撤销修改</translation>
    </message>
    <message>
        <source>Weight or bias</source>
        <translation>权重或偏置</translation>
    </message>
    <message>
        <source>Weight …</source>
        <translation>权重…</translation>
    </message>
    <message>
        <source>What it answers</source>
        <translation>它的回答</translation>
    </message>
    <message>
        <source>a page cannot silence units at random as dropout does (training.dropout)</source>
        <translation>网页不能像dropout那样随机关闭单元（training.dropout）</translation>
    </message>
    <message>
        <source>a page has room for {most:,} examples, and this experiment has {examples:,}</source>
        <translation>网页最多容纳{most:,}个样本，而这个实验有{examples:,}个</translation>
    </message>
    <message>
        <source>a page has room for {most} layers, and this network has {layers}</source>
        <translation>网页最多容纳{most}层，而这个网络有{layers}层</translation>
    </message>
    <message>
        <source>a page has room for {most} units in a layer, and this network has one of {units}</source>
        <translation>网页每层最多容纳{most}个单元，而这个网络有一层为{units}个</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批平均</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>example {place} of {count}</source>
        <translation>样本{place}/{count}</translation>
    </message>
    <message>
        <source>example {place}, pinned</source>
        <translation>样本{place}，已固定</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>iteration {iteration} · epoch {epoch} · batch {batch} of {batches}</source>
        <translation>迭代{iteration} · 轮次{epoch} · 批次{batch}/{batches}</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>learning rate η</source>
        <translation>学习率η</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>mean over the batch</source>
        <translation>批次均值</translation>
    </message>
    <message>
        <source>mean over the batch, shortened with the whole gradient</source>
        <translation>批次均值，随整个梯度一起缩短</translation>
    </message>
    <message>
        <source>mean over the batch, with the penalty</source>
        <translation>批次均值，含惩罚项</translation>
    </message>
    <message>
        <source>mean |δ|</source>
        <translation>平均|δ|</translation>
    </message>
    <message>
        <source>measured: L(w + ε) − L(w − ε), divided by 2 ε</source>
        <translation>测得：L(w + ε) − L(w − ε)，除以2 ε</translation>
    </message>
    <message>
        <source>of the batch</source>
        <translation>（批次）</translation>
    </message>
    <message>
        <source>of this example</source>
        <translation>（这个样本）</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>start {start}, not solved</source>
        <translation>起点{start}，未解决</translation>
    </message>
    <message>
        <source>start {start}, solved</source>
        <translation>起点{start}，已解决</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{count} starts</source>
        <translation>{count}个起点</translation>
    </message>
    <message>
        <source>{name}, factor by factor</source>
        <translation>{name}，逐个因子</translation>
    </message>
    <message>
        <source>{part}: {share} % right</source>
        <translation>{part}：{share}%正确</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>梯度流</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>隐藏空间</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy the plot alone</source>
        <translation>只复制图表</translation>
    </message>
    <message>
        <source>Copy the plot without the ground</source>
        <translation>只复制图表（不带底色）</translation>
    </message>
    <message>
        <source>Copy without the ground</source>
        <translation>复制（不带底色）</translation>
    </message>
</context>
<context>
    <name>PhaseNumbers</name>
    <message>
        <source>(first {0}: {1})</source>
        <translation>（前{0}项：{1}）</translation>
    </message>
    <message>
        <source>(frozen, stays)</source>
        <translation>（已冻结，不变）</translation>
    </message>
    <message>
        <source>(knocked out)</source>
        <translation>（已关闭）</translation>
    </message>
    <message>
        <source>(mean of {0})</source>
        <translation>（{0}个样本的平均）</translation>
    </message>
    <message>
        <source>(mean)</source>
        <translation>（平均）</translation>
    </message>
    <message>
        <source>(not in batch)</source>
        <translation>（不在批中）</translation>
    </message>
    <message>
        <source>(not in this batch)</source>
        <translation>（不在这一批中）</translation>
    </message>
    <message>
        <source>(of the batch)</source>
        <translation>（整批）</translation>
    </message>
    <message>
        <source>(silenced)</source>
        <translation>（随机失活）</translation>
    </message>
    <message>
        <source>({0} knocked out)</source>
        <translation>（{0}已关闭）</translation>
    </message>
    <message>
        <source>({0} more: {1})</source>
        <translation>（其余{0}项：{1}）</translation>
    </message>
    <message>
        <source>mean of {0}</source>
        <translation>{0}个平均</translation>
    </message>
    <message>
        <source>mean of {0} examples</source>
        <translation>{0}个样本的平均</translation>
    </message>
    <message>
        <source>{0} (mean of {1})</source>
        <translation>{0}（{1}个样本的平均）</translation>
    </message>
    <message>
        <source>{0} ({1} penalty)</source>
        <translation>{0}（{1}惩罚项）</translation>
    </message>
</context>
<context>
    <name>PhaseStrip</name>
    <message>
        <source>, term {0} of {1}</source>
        <translation>，第{0}项（共{1}项）</translation>
    </message>
    <message>
        <source>, unit {0} of {1}</source>
        <translation>，第{0}个单元（共{1}个）</translation>
    </message>
    <message>
        <source>Phases of the iteration</source>
        <translation>本次迭代的各阶段</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>PhaseWords</name>
    <message>
        <source>A batch of {0} examples enters the network; you see the mean of their numbers.</source>
        <translation>一批{0}个样本进入网络；这里显示的是它们的平均值。</translation>
    </message>
    <message>
        <source>A batch of {0} examples enters the network; you see the numbers of one of them.</source>
        <translation>一批{0}个样本进入网络；这里显示的是其中一个样本的数值。</translation>
    </message>
    <message>
        <source>A linear unit passes its sum on unchanged: nothing bends, so layers collapse into one.</source>
        <translation>线性单元原样输出净输入：没有任何弯曲，多层就坍缩成一层。</translation>
    </message>
    <message>
        <source>A weight&apos;s gradient: error at its end × value at its start, averaged over the batch.</source>
        <translation>权重的梯度：连线末端的误差×始端的值，再对整批求平均。</translation>
    </message>
    <message>
        <source>A weight&apos;s gradient: error at its end × value at its start, plus the penalty&apos;s part.</source>
        <translation>权重的梯度：连线末端的误差×始端的值，再加上惩罚项的部分。</translation>
    </message>
    <message>
        <source>A weight&apos;s gradient: error at its end × value at its start.</source>
        <translation>权重的梯度：连线末端的误差×始端的值。</translation>
    </message>
    <message>
        <source>Activation h of {0}</source>
        <translation>{0}的激活值h</translation>
    </message>
    <message>
        <source>Adam&apos;s step from running means m of g and v of g²; and every parameter shrinks a little towards 0.</source>
        <translation>由g和g²的移动平均m、v算出Adam的一步；此外每个参数都向0缩小一点。</translation>
    </message>
    <message>
        <source>All parameters are frozen: they stay as they are, whatever their gradients say.</source>
        <translation>所有参数都已冻结：不管梯度是多少，它们都不变。</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>Confident and wrong costs most; and a penalty on large weights is added.</source>
        <translation>越自信地答错，损失越大；另外再加上对大权重的惩罚。</translation>
    </message>
    <message>
        <source>Dropout: in each update r silences some units at random (0); the others make up for them.</source>
        <translation>随机失活：每次更新时，r随机关闭一部分单元（取0），其余单元放大来补偿。</translation>
    </message>
    <message>
        <source>ELU lets a positive sum through unchanged; a negative one bends softly towards −1.</source>
        <translation>ELU让正的净输入原样通过；负的则平缓地弯向−1。</translation>
    </message>
    <message>
        <source>Each step is divided by the root of all squared gradients so far: where they are large, it shrinks.</source>
        <translation>每一步都除以历史梯度平方和的平方根：梯度大的地方，步子就小。</translation>
    </message>
    <message>
        <source>Each step is divided by the root of the running mean of g²: all parameters move about equally fast.</source>
        <translation>每一步都除以g²移动平均的平方根：所有参数走得差不多快。</translation>
    </message>
    <message>
        <source>Each unit gets its share of the blame: outgoing weights × the errors they lead to × its own slope.</source>
        <translation>每个单元分到自己的那份责任：通往下一层的权重×那里的误差×自身的斜率。</translation>
    </message>
    <message>
        <source>Each unit weights the inputs, sums them and adds its bias.</source>
        <translation>每个单元对输入加权求和，再加上自己的偏置。</translation>
    </message>
    <message>
        <source>Each unit weights the previous layer&apos;s outputs, sums them and adds its bias.</source>
        <translation>每个单元对上一层的输出加权求和，再加上自己的偏置。</translation>
    </message>
    <message>
        <source>Error at its end × value at its start, averaged over the batch, plus the penalty&apos;s part.</source>
        <translation>连线末端的误差×始端的值，对整批求平均，再加上惩罚项的部分。</translation>
    </message>
    <message>
        <source>Error signal × input; c shortens all gradients alike where their norm would exceed the limit.</source>
        <translation>误差信号×输入；当梯度的范数超过上限时，c把所有梯度按同一比例缩短。</translation>
    </message>
    <message>
        <source>Error signal δ of {0}</source>
        <translation>{0}的误差信号δ</translation>
    </message>
    <message>
        <source>Every bias takes a small step against its gradient. The weights are frozen: they stay.</source>
        <translation>每个偏置沿负梯度方向走一小步。权重已冻结，保持不变。</translation>
    </message>
    <message>
        <source>Every bias takes the step that {0} gives it. The weights are frozen: they stay.</source>
        <translation>每个偏置按{0}算出的更新量走一步。权重已冻结，保持不变。</translation>
    </message>
    <message>
        <source>Every parameter takes a small step against its gradient; those that are frozen stay.</source>
        <translation>每个参数沿负梯度方向走一小步；已冻结的保持不变。</translation>
    </message>
    <message>
        <source>Every parameter takes the step that {0} gives it; those that are frozen stay.</source>
        <translation>每个参数按{0}算出的更新量走一步；已冻结的保持不变。</translation>
    </message>
    <message>
        <source>Every weight and bias takes a small step against its gradient, so that the loss goes down.</source>
        <translation>每个权重和偏置都沿负梯度方向走一小步，使损失下降。</translation>
    </message>
    <message>
        <source>Every weight takes a small step against its gradient. The biases are frozen: they stay.</source>
        <translation>每个权重沿负梯度方向走一小步。偏置已冻结，保持不变。</translation>
    </message>
    <message>
        <source>Every weight takes the step that {0} gives it. The biases are frozen: they stay.</source>
        <translation>每个权重按{0}算出的更新量走一步。偏置已冻结，保持不变。</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>GELU multiplies each sum by a share Φ(z) from 0 to 1: large sums pass, very negative ones fade.</source>
        <translation>GELU给净输入乘上0到1之间的比例Φ(z)：很大的几乎原样通过，很负的趋于0。</translation>
    </message>
    <message>
        <source>Gradient ∇W, ∇b of {0}</source>
        <translation>{0}的梯度∇W、∇b</translation>
    </message>
    <message>
        <source>Gradients g add up to a velocity v that fades slowly: steps grow where they keep pointing one way.</source>
        <translation>梯度g累积成缓慢衰减的速度v：方向一直相同的地方，步子越来越大。</translation>
    </message>
    <message>
        <source>Gradients g add up to a velocity v, as with momentum; the step looks ahead to where v will carry it.</source>
        <translation>和动量法一样，梯度g累积成速度v；这一步还要先看v会把参数带到哪里。</translation>
    </message>
    <message>
        <source>How far is ŷ from the target y, squared; and a penalty on large weights is added.</source>
        <translation>ŷ与目标值y相差多少，取平方；另外再加上对大权重的惩罚。</translation>
    </message>
    <message>
        <source>How far is ŷ from the target y? Squaring makes a large miss cost far more than a small one.</source>
        <translation>ŷ与目标值y相差多少？取平方后，大误差的损失远大于小误差。</translation>
    </message>
    <message>
        <source>How little probability did the network give to the truth? Confident and wrong costs most.</source>
        <translation>网络给正确答案的概率有多小？越自信地答错，损失越大。</translation>
    </message>
    <message>
        <source>Inputs x and target y</source>
        <translation>输入x和目标值y</translation>
    </message>
    <message>
        <source>Leaky ReLU lets a positive sum through unchanged, and a hundredth of a negative one.</source>
        <translation>Leaky ReLU让正的净输入原样通过，负的只通过百分之一。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss L: prediction against target</source>
        <translation>损失L：比较预测值与目标值</translation>
    </message>
    <message>
        <source>One example enters the network: its inputs x, and the target y that the output should reach.</source>
        <translation>一个样本进入网络：输入x，以及输出应当达到的目标值y。</translation>
    </message>
    <message>
        <source>One whole iteration</source>
        <translation>一次完整的迭代</translation>
    </message>
    <message>
        <source>One whole iteration: forward, loss, backward; then every parameter that is not frozen took a step.</source>
        <translation>一次完整的迭代：前向传播、求损失、反向传播，然后未冻结的参数各走一步。</translation>
    </message>
    <message>
        <source>One whole iteration: forward, loss, backward; then every parameter took a step against its gradient.</source>
        <translation>一次完整的迭代：前向传播、求损失、反向传播，然后每个参数沿负梯度方向走一步。</translation>
    </message>
    <message>
        <source>Only the probability given to the true class counts: the smaller it is, the larger the loss.</source>
        <translation>只看真实类别得到的概率：它越小，损失越大。</translation>
    </message>
    <message>
        <source>Outgoing weights × the errors they lead to × own slope; a unit that r silences gets no blame.</source>
        <translation>通往下一层的权重×那里的误差×自身的斜率；被r关闭的单元没有责任。</translation>
    </message>
    <message>
        <source>Prediction ŷ of {0}</source>
        <translation>{0}的预测值ŷ</translation>
    </message>
    <message>
        <source>ReLU lets a positive sum through unchanged and turns a negative one into 0.</source>
        <translation>ReLU让正的净输入原样通过，把负的变成0。</translation>
    </message>
    <message>
        <source>SiLU multiplies each sum by its own sigmoid: large sums pass, very negative ones fade.</source>
        <translation>SiLU给净输入乘上它自己的sigmoid值：很大的几乎原样通过，很负的趋于0。</translation>
    </message>
    <message>
        <source>Softmax turns the last sums into probabilities that add up to 1: the prediction ŷ.</source>
        <translation>softmax把最后一层的净输入变成总和为1的概率，这就是预测值ŷ。</translation>
    </message>
    <message>
        <source>Softmax units share one sum, so the error of each one depends on all of them.</source>
        <translation>softmax的各单元共用同一个分母，所以每个单元的误差都与所有单元有关。</translation>
    </message>
    <message>
        <source>Softplus is a rounded ReLU: a large sum passes almost unchanged, a very negative one fades.</source>
        <translation>softplus是圆滑的ReLU：很大的净输入几乎原样通过，很负的趋于0。</translation>
    </message>
    <message>
        <source>The error signal starts as prediction minus target: the slope of the output cancels out.</source>
        <translation>误差信号从“预测值−目标值”开始：输出层的斜率正好约去。</translation>
    </message>
    <message>
        <source>The error signal starts at the output as prediction minus target.</source>
        <translation>误差信号从输出层开始，等于“预测值−目标值”。</translation>
    </message>
    <message>
        <source>The error signal starts at the output as {0} × (prediction minus target).</source>
        <translation>误差信号从输出层开始，等于{0}×（预测值−目标值）。</translation>
    </message>
    <message>
        <source>The error signal starts here: prediction minus target × how steep the output&apos;s curve is at z.</source>
        <translation>误差信号从这里开始：（预测值−目标值）×输出曲线在z处的斜率。</translation>
    </message>
    <message>
        <source>The error signal starts here: {0} × (prediction minus target) × the slope of the output&apos;s curve at z.</source>
        <translation>误差信号从这里开始：{0}×（预测值−目标值）×输出曲线在z处的斜率。</translation>
    </message>
    <message>
        <source>The last sum itself is the prediction ŷ: it can be any number.</source>
        <translation>最后的净输入本身就是预测值ŷ：可以是任意实数。</translation>
    </message>
    <message>
        <source>The less probability the true class gets, the larger the loss; large weights cost extra.</source>
        <translation>真实类别得到的概率越小，损失越大；大权重还要另加惩罚。</translation>
    </message>
    <message>
        <source>The sigmoid squeezes each sum into 0 to 1. Far from 0 its curve is flat: the unit saturates.</source>
        <translation>sigmoid把净输入压缩到0和1之间。远离0处曲线平坦：单元饱和。</translation>
    </message>
    <message>
        <source>The sigmoid turns the last sum into a number between 0 and 1: the prediction ŷ.</source>
        <translation>sigmoid把最后的净输入变成0和1之间的数，这就是预测值ŷ。</translation>
    </message>
    <message>
        <source>The tanh squeezes each sum into −1 to 1. Far from 0 its curve is flat: the unit saturates.</source>
        <translation>tanh把净输入压缩到−1和1之间。远离0处曲线平坦：单元饱和。</translation>
    </message>
    <message>
        <source>The tanh turns the last sum into a number between −1 and 1: the prediction ŷ.</source>
        <translation>tanh把最后的净输入变成−1和1之间的数，这就是预测值ŷ。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training: forward, loss, backward, update, over and over. Pause to look at one iteration.</source>
        <translation>训练：前向传播、求损失、反向传播、更新，周而复始。暂停可以细看一次迭代。</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Update of weights and biases</source>
        <translation>更新权重和偏置</translation>
    </message>
    <message>
        <source>Weighted sum z of {0}</source>
        <translation>{0}的净输入z</translation>
    </message>
    <message>
        <source>You see an example that is not in this batch: it passes through, but the update ignores it.</source>
        <translation>这里显示的样本不在这一批中：它通过网络，但不参与更新。</translation>
    </message>
    <message>
        <source>m and v are running means of g and of g²; the hats correct for starting at 0.</source>
        <translation>m和v是g与g²的移动平均；带帽的量修正了从0开始的影响。</translation>
    </message>
    <message>
        <source>term {0} of {1}</source>
        <translation>第{0}项（共{1}项）</translation>
    </message>
    <message>
        <source>unit {0} of {1}</source>
        <translation>第{0}个单元（共{1}个）</translation>
    </message>
</context>
<context>
    <name>PickedActions</name>
    <message>
        <source>Bring the unit back</source>
        <translation>恢复该单元</translation>
    </message>
    <message>
        <source>First pick what to freeze: a weight, a bias or a unit.</source>
        <translation>请先选要冻结的对象：权重、偏置或单元。</translation>
    </message>
    <message>
        <source>First pick what to knock out: a hidden unit.</source>
        <translation>请先选要关闭的隐藏单元。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Knock the unit out</source>
        <translation>关闭该单元</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>恢复训练</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>{part}: there is none on screen</source>
        <translation>{part}：屏幕上没有</translation>
    </message>
</context>
<context>
    <name>PredictionPlot</name>
    <message>
        <source>Predicted against true</source>
        <translation>预测值与真实值对照</translation>
    </message>
    <message>
        <source>predicted {}</source>
        <translation>预测的{}</translation>
    </message>
    <message>
        <source>true {}</source>
        <translation>真实的{}</translation>
    </message>
</context>
<context>
    <name>PreferenceStore</name>
    <message>
        <source>Nothing will be remembered.</source>
        <translation>设置不会被记住。</translation>
    </message>
    <message>
        <source>Some remembered settings cannot be used: %1.</source>
        <translation>有些记住的设置无法使用：%1。</translation>
    </message>
    <message>
        <source>The file is kept as %1.</source>
        <translation>原文件保留为%1。</translation>
    </message>
    <message>
        <source>The last experiment cannot be opened: %1. It is kept until you open another one.</source>
        <translation>上次的实验无法打开：%1。它会一直保留，直到打开另一个实验。</translation>
    </message>
    <message>
        <source>The remembered settings cannot be read (%1): the defaults are used.</source>
        <translation>无法读取记住的设置（%1）：改用默认设置。</translation>
    </message>
    <message>
        <source>Your settings cannot be saved: %1</source>
        <translation>无法保存设置：%1</translation>
    </message>
    <message>
        <source>{} is damaged</source>
        <translation>{}已损坏</translation>
    </message>
    <message>
        <source>{} was {}, is {}</source>
        <translation>{}原为{}，现为{}</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>it holds no settings</source>
        <translation>其中没有设置</translation>
    </message>
    <message>
        <source>line {line} is damaged</source>
        <translation>第{line}行已损坏</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
</context>
<context>
    <name>ProbeBars</name>
    <message>
        <source>majority guess</source>
        <translation>全猜多数类</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>训练后</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>训练前</translation>
    </message>
    <message>
        <source>{}: {} trained, {} untrained</source>
        <translation>{}：训练后{}，训练前{}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Reading %1 … Esc stops it.</source>
        <translation>正在读取%1……按Esc停止。</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>First example</source>
        <translation>首个样本</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Names in</source>
        <translation>列名所在</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>as days</source>
        <translation>读作天数</translation>
    </message>
    <message>
        <source>empty cells</source>
        <translation>空单元格</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>{} (set)</source>
        <translation>{}（已指定）</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>it {0}</source>
        <translation>迭代{0}</translation>
    </message>
    <message>
        <source>it {0} · ep {1}</source>
        <translation>迭代{0} · 轮{1}</translation>
    </message>
    <message>
        <source>iteration {0} · epoch {1}</source>
        <translation>迭代{0} · 第{1}轮</translation>
    </message>
    <message>
        <source>{0} it/s</source>
        <translation>{0}次/秒</translation>
    </message>
    <message>
        <source>{0} iterations/s</source>
        <translation>{0}次迭代/秒</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>No epochs can be made out in it: each step counts as one.</source>
        <translation>其中看不出训练轮次：每一步算作一轮。</translation>
    </message>
    <message>
        <source>a compiled model fuses its layers: record it without torch.compile</source>
        <translation>编译后的模型把各层合并了：请不用torch.compile来记录</translation>
    </message>
    <message>
        <source>a scripted model is not Python any more: record the one it was made of</source>
        <translation>脚本化的模型已不再是Python：请记录转换之前的模型</translation>
    </message>
    <message>
        <source>comes after a layer that is used more than once</source>
        <translation>之前的某一层被使用了不止一次</translation>
    </message>
    <message>
        <source>computes in {kind}: mixed precision (AMP) cannot be recorded</source>
        <translation>以{kind}计算：不同位数混用的计算（AMP）无法记录</translation>
    </message>
    <message>
        <source>dropout silences units at random, and cannot be recorded yet (p = 0 can)</source>
        <translation>dropout随机关闭单元，目前还不能记录（p = 0可以）</translation>
    </message>
    <message>
        <source>expected a model, a torch.nn.Module</source>
        <translation>这里应是一个模型，即torch.nn.Module</translation>
    </message>
    <message>
        <source>expected an optimiser of torch.optim</source>
        <translation>这里应是torch.optim的优化器</translation>
    </message>
    <message>
        <source>gradients are clipped before weight_decay is added, which nnviz does the other way round</source>
        <translation>梯度在加上weight_decay之前被裁剪，而nnviz的顺序相反</translation>
    </message>
    <message>
        <source>gradients are clipped to another norm than before, or made smaller in another way</source>
        <translation>梯度裁剪的范数与之前不同，或者是以别的方式缩小的</translation>
    </message>
    <message>
        <source>gradients are not zero before the backward pass: optimizer.zero_grad() is missing?</source>
        <translation>反向传播之前梯度不为零：是否漏了optimizer.zero_grad()？</translation>
    </message>
    <message>
        <source>has no part in the loss</source>
        <translation>与损失无关</translation>
    </message>
    <message>
        <source>has the same weights as {other}</source>
        <translation>与{other}共用权重</translation>
    </message>
    <message>
        <source>is a {kind}: only models whose parameters are all those of Linear layers can be recorded</source>
        <translation>是{kind}：只能记录所有参数都属于Linear层的模型</translation>
    </message>
    <message>
        <source>is compiled or scripted, and its layers cannot be seen</source>
        <translation>已被编译或脚本化，看不到其中的层</translation>
    </message>
    <message>
        <source>is frozen, and so is all before it: no error signal reaches it</source>
        <translation>已冻结，它之前的各层也是：没有误差信号到达它</translation>
    </message>
    <message>
        <source>iteration {iteration}: {error}</source>
        <translation>第{iteration}次迭代：{error}</translation>
    </message>
    <message>
        <source>its parameters are on the device &quot;meta&quot;, which holds no numbers</source>
        <translation>它的参数在“meta”设备上，那里没有数值</translation>
    </message>
    <message>
        <source>its parameters are {names}: only float32 or float64 throughout can be recorded</source>
        <translation>它的参数是{names}：只能记录全部为float32或全部为float64的模型</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第{layer}层</translation>
    </message>
    <message>
        <source>makes its weights of other parameters (a norm, or pruning)</source>
        <translation>的权重由其他参数算出（规范化或剪枝）</translation>
    </message>
    <message>
        <source>more than one way leads from the loss to the last layer ({operations}): a sum of losses?</source>
        <translation>从损失到最后一层的路径不止一条（{operations}）：是几个损失之和吗？</translation>
    </message>
    <message>
        <source>no loss.backward() of this model was seen before the step</source>
        <translation>在这一步之前没有看到这个模型的loss.backward()</translation>
    </message>
    <message>
        <source>no step of this optimiser was seen</source>
        <translation>没有看到这个优化器走过一步</translation>
    </message>
    <message>
        <source>none of the loop&apos;s {steps:,} steps was to be recorded</source>
        <translation>循环的{steps:,}步里没有一步要记录</translation>
    </message>
    <message>
        <source>not even one step fits into {limit:,} bytes</source>
        <translation>{limit:,}字节连一步也放不下</translation>
    </message>
    <message>
        <source>one optimiser can be recorded, not several</source>
        <translation>只能记录一个优化器，不能记录几个</translation>
    </message>
    <message>
        <source>parameters that the optimiser does not train have changed: several optimisers cannot be recorded</source>
        <translation>这个优化器不训练的参数变了：多个优化器无法记录</translation>
    </message>
    <message>
        <source>recorded from PyTorch</source>
        <translation>记录自PyTorch</translation>
    </message>
    <message>
        <source>recorded from PyTorch, from step {first} on</source>
        <translation>记录自PyTorch，从第{first}步起</translation>
    </message>
    <message>
        <source>recorded from PyTorch: one step in {every}</source>
        <translation>记录自PyTorch：每{every}步记录一步</translation>
    </message>
    <message>
        <source>recorded from PyTorch: one step in {every}, from step {first} on</source>
        <translation>记录自PyTorch：从第{first}步起，每{every}步记录一步</translation>
    </message>
    <message>
        <source>recording ends at step {step}: {error}</source>
        <translation>记录在第{step}步结束：{error}</translation>
    </message>
    <message>
        <source>recording was interrupted within a step</source>
        <translation>记录在某一步中被中断</translation>
    </message>
    <message>
        <source>the error signal δ</source>
        <translation>误差信号δ</translation>
    </message>
    <message>
        <source>the gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>the gradients were changed between backward() and step(), and not by clipping their norm</source>
        <translation>梯度在backward()与step()之间被改动，而且不是裁剪范数</translation>
    </message>
    <message>
        <source>the inputs hold a number that is not finite</source>
        <translation>输入中有不是有限数的值</translation>
    </message>
    <message>
        <source>the labels are not whole numbers from 0 to the number of classes</source>
        <translation>标签不是从0到类别数的整数</translation>
    </message>
    <message>
        <source>the learning rate is {rate}</source>
        <translation>学习率是{rate}</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>the loss ({operations}) has a weight or a pos_weight: none that nnviz has does</source>
        <translation>这个损失（{operations}）带有weight或pos_weight；nnviz的损失都没有</translation>
    </message>
    <message>
        <source>the loss ({operations}) is none that nnviz has: MSELoss, BCEWithLogitsLoss, BCELoss, CrossEntropyLoss, or the mean of squared differences</source>
        <translation>这个损失（{operations}）是nnviz没有的；它有：MSELoss、BCEWithLogitsLoss、BCELoss、CrossEntropyLoss，或差的平方的均值</translation>
    </message>
    <message>
        <source>the loss is computed from a layer that was not there at the beginning</source>
        <translation>算出损失的那一层，开始时并不存在</translation>
    </message>
    <message>
        <source>the loss is {factor:.4g} times the examples&apos; mean of squared errors: nnviz has 1, ½ or 1 / outputs (a sum over the batch, as by reduction=&quot;sum&quot;, cannot be recorded)</source>
        <translation>这个损失是各样本平方误差均值的{factor:.4g}倍：nnviz有1、½或1 / 输出数（像reduction=&quot;sum&quot;那样对整批求和无法记录）</translation>
    </message>
    <message>
        <source>the loss is {factor:g} times as large before the backward pass: mixed precision (a GradScaler) cannot be recorded</source>
        <translation>反向传播之前损失放大了{factor:g}倍：不同位数混用的计算（GradScaler）无法记录</translation>
    </message>
    <message>
        <source>the loss makes a {operation} of what it gets, and the model ends in one too: one of them is too many</source>
        <translation>损失函数自己会做{operation}，而模型最后也做了一次：多了一个</translation>
    </message>
    <message>
        <source>the loss of a batch is one number</source>
        <translation>一批的损失是一个数</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the model&apos;s Linear layers were not called as modules before loss.backward(): torch.nn.functional.linear or a compiled copy cannot be recorded</source>
        <translation>loss.backward()之前，模型的Linear层没有作为模块被调用：torch.nn.functional.linear或编译出的副本无法记录</translation>
    </message>
    <message>
        <source>the network, or its loss, has become another one</source>
        <translation>网络或它的损失变成了另一个</translation>
    </message>
    <message>
        <source>the optimiser trains parameters that are not those of the model&apos;s layers</source>
        <translation>优化器训练的参数不属于这个模型的层</translation>
    </message>
    <message>
        <source>the optimiser {kind} is none that nnviz has: {names}</source>
        <translation>优化器{kind}是nnviz没有的；它有：{names}</translation>
    </message>
    <message>
        <source>the optimiser&apos;s groups of parameters differ in {name}</source>
        <translation>优化器各参数组的{name}不同</translation>
    </message>
    <message>
        <source>the optimiser&apos;s weight_decay is on biases too, which nnviz&apos;s penalty leaves alone: give the biases a group of parameters with weight_decay = 0, or use AdamW</source>
        <translation>优化器的weight_decay也作用于偏置，而nnviz的惩罚项不涉及偏置：请把偏置放进weight_decay = 0的参数组，或使用AdamW</translation>
    </message>
    <message>
        <source>the parameters are not finite before the first step</source>
        <translation>第一步之前参数就不是有限的数</translation>
    </message>
    <message>
        <source>the recording could not be written: {error}</source>
        <translation>记录无法写入：{error}</translation>
    </message>
    <message>
        <source>the recording ends here</source>
        <translation>记录到此为止</translation>
    </message>
    <message>
        <source>the recording ends here: {reason}</source>
        <translation>记录到此为止：{reason}</translation>
    </message>
    <message>
        <source>the recording has {steps} iterations: {message}</source>
        <translation>这份记录有{steps}次迭代：{message}</translation>
    </message>
    <message>
        <source>the recording is as large as it may be</source>
        <translation>记录已达到允许的大小</translation>
    </message>
    <message>
        <source>the schedule changes {name} too, which nnviz cannot: give it cycle_momentum=False</source>
        <translation>调度还改变了{name}，这是nnviz没有的：请加上cycle_momentum=False</translation>
    </message>
    <message>
        <source>the targets are shares of classes: only one class for each example can be recorded</source>
        <translation>目标值是各类别的份额：只能记录每个样本属于一个类别的情形</translation>
    </message>
    <message>
        <source>the targets hold a number that is not finite</source>
        <translation>目标值中有不是有限数的值</translation>
    </message>
    <message>
        <source>the update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>there are several backward passes before one step: accumulated gradients</source>
        <translation>一步之前有好几次反向传播：梯度累积</translation>
    </message>
    <message>
        <source>there is no Linear layer in the model</source>
        <translation>模型中没有Linear层</translation>
    </message>
    <message>
        <source>there is no recording: {reason}</source>
        <translation>没有记录：{reason}</translation>
    </message>
    <message>
        <source>this is a recording, and stays as it is; after “Go on from the recording” in the menu it can be changed, in nnviz&apos;s own engine</source>
        <translation>这是一份记录，不能改动；先用菜单中的“从记录继续”，便可在nnviz自己的引擎中改动</translation>
    </message>
    <message>
        <source>this is a recording: it is in a file of its own already</source>
        <translation>这是一份记录：它已有自己的文件</translation>
    </message>
    <message>
        <source>this is no recording of nnviz</source>
        <translation>这不是nnviz的记录</translation>
    </message>
    <message>
        <source>this network is too large for batches of {batch:,} examples</source>
        <translation>这个网络太大，不能用每批{batch:,}个样本</translation>
    </message>
    <message>
        <source>this recording is damaged: {error}</source>
        <translation>这份记录已损坏：{error}</translation>
    </message>
    <message>
        <source>this recording is of another version of nnviz: expected {expected}, got {got}</source>
        <translation>这份记录来自另一版本的nnviz：应为{expected}，实为{got}</translation>
    </message>
    <message>
        <source>what comes after the last layer ({operations}) is no output that nnviz has with this loss</source>
        <translation>最后一层之后的运算（{operations}）不是nnviz在这个损失下有的输出</translation>
    </message>
    <message>
        <source>what comes before it ({operations}) is not one layer and an activation</source>
        <translation>它之前的运算（{operations}）不是一层加一个激活函数</translation>
    </message>
    <message>
        <source>what comes between {before} and it ({operations}) has {setting} = {other}, and nnviz&apos;s {value}</source>
        <translation>{before}与它之间的运算（{operations}）的{setting} = {other}，而nnviz的是{value}</translation>
    </message>
    <message>
        <source>what comes between {before} and it ({operations}) is no activation that nnviz has</source>
        <translation>{before}与它之间的运算（{operations}）不是nnviz有的激活函数</translation>
    </message>
    <message>
        <source>what goes in is not a batch of rows, (batch, in)</source>
        <translation>输入不是按行排列的一批，即(batch, in)</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>{end}. “Go on from the recording” in the menu trains on in nnviz&apos;s own engine.</source>
        <translation>{end}。菜单中的“从记录继续”可在nnviz自己的引擎中继续训练。</translation>
    </message>
    <message>
        <source>{end}; “Go on from the recording” in the menu trains on in nnviz&apos;s own engine</source>
        <translation>{end}；菜单中的“从记录继续”可在nnviz自己的引擎中继续训练</translation>
    </message>
    <message>
        <source>{examples} predictions are compared with targets in {compared} ways, each with each: give predictions and targets one shape</source>
        <translation>{examples}个预测与目标两两比较了{compared}次：请让预测与目标的形状一致</translation>
    </message>
    <message>
        <source>{kind} with {name} = {value} is none that nnviz has</source>
        <translation>{name} = {value}的{kind}是nnviz没有的</translation>
    </message>
    <message>
        <source>{name} of the optimiser is not what it was at the beginning, and nnviz can have the rate change alone</source>
        <translation>优化器的{name}与开始时不同，而nnviz只能让学习率变化</translation>
    </message>
    <message>
        <source>{name}: expected a whole number ≥ {lowest}</source>
        <translation>{name}：应为≥ {lowest}的整数</translation>
    </message>
    <message>
        <source>{steps} of {seen} steps of a PyTorch loop, as they were: {layers}.</source>
        <translation>PyTorch循环{seen}步中的{steps}步，原样记录：{layers}。</translation>
    </message>
    <message>
        <source>{what} of this step is {theirs:.6g} where nnviz comes to {mine:.6g}: something takes part in it that is not seen (a penalty, another loss, a layer of another kind?)</source>
        <translation>这一步的{what}是{theirs:.6g}，而nnviz算出{mine:.6g}：有看不到的东西参与其中（惩罚项、另一个损失、另一种层？）</translation>
    </message>
</context>
<context>
    <name>Recordings</name>
    <message>
        <source>This is nnviz&apos;s own training now, from the parameters after step %1 of the recording.</source>
        <translation>现在是nnviz自己的训练，从记录第%1步之后的参数开始。</translation>
    </message>
</context>
<context>
    <name>ResidualPlot</name>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{}到{}</translation>
    </message>
    <message>
        <source>ŷ too low ▸</source>
        <translation>ŷ偏低 ▸</translation>
    </message>
    <message>
        <source>◂ ŷ too high</source>
        <translation>◂ ŷ偏高</translation>
    </message>
</context>
<context>
    <name>ResultsCover</name>
    <message>
        <source>Kept for the end</source>
        <translation>留到最后</translation>
    </message>
    <message>
        <source>Nothing here was used to train the network or to choose its settings: that makes it a test. Each look tempts you to choose by it, and makes it less of a test. Use it once, at the end.</source>
        <translation>这些数据既没有用来训练网络，也没有用来选择设置，所以才能做测试。每看一次，就会忍不住照着它做选择，测试也就越来越不算数。只用一次，放在最后。</translation>
    </message>
    <message>
        <source>Show the test figures</source>
        <translation>显示测试结果</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>1 example</source>
        <translation>1个样本</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>The figures are being computed.</source>
        <translation>正在计算各项指标。</translation>
    </message>
    <message>
        <source>The results appear here: how good the network is on each part of the data, and where it errs.</source>
        <translation>结果显示在这里：网络在各数据集上表现如何，错在哪里。</translation>
    </message>
    <message>
        <source>This data has no test part: nothing is kept back for the end.</source>
        <translation>这份数据没有测试集：没有留到最后才用的样本。</translation>
    </message>
    <message>
        <source>This data has no validation part: nothing is held out to judge the training by.</source>
        <translation>这份数据没有验证集：没有留出样本来评判训练。</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>best {}</source>
        <translation>最佳{}</translation>
    </message>
    <message>
        <source>drawn: y₁ of {}</source>
        <translation>只画y₁，共{}个输出</translation>
    </message>
    <message>
        <source>looked at once</source>
        <translation>已看过1次</translation>
    </message>
    <message>
        <source>looked at {} times</source>
        <translation>已看过{}次</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>now {}</source>
        <translation>当前{}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>val.</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>{} examples</source>
        <translation>{}个样本</translation>
    </message>
</context>
<context>
    <name>ResumeDialog</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on?</source>
        <translation>继续吗？</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>“{}” was interrupted. Go on there?</source>
        <translation>“{}”上次中断了。从那里继续吗？</translation>
    </message>
</context>
<context>
    <name>Resuming</name>
    <message>
        <source>cue {0} of {1}</source>
        <translation>提示步{0}/{1}</translation>
    </message>
</context>
<context>
    <name>RunTrack</name>
    <message>
        <source>The loss curve appears here during training.</source>
        <translation>训练时这里显示损失曲线。</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
</context>
<context>
    <name>SaturationPanel</name>
    <message>
        <source>1 unit</source>
        <translation>1个单元</translation>
    </message>
    <message>
        <source>A slope below this share of its maximum counts as flat</source>
        <translation>斜率低于最大值的这一比例就算平坦</translation>
    </message>
    <message>
        <source>Click a unit to see its bias; push it, and watch δ fade.</source>
        <translation>点击单元，看它的偏置；推动偏置，看δ怎样消失。</translation>
    </message>
    <message>
        <source>Click a unit.</source>
        <translation>点击一个单元。</translation>
    </message>
    <message>
        <source>Each unit appears here on the curve of its activation, once there is a network.</source>
        <translation>有了网络之后，每个单元都会显示在激活函数曲线上。</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>This network has no hidden layer, and its output does not saturate.</source>
        <translation>这个网络没有隐藏层，输出也不会饱和。</translation>
    </message>
    <message>
        <source>Which layer is shown</source>
        <translation>显示哪一层</translation>
    </message>
    <message>
        <source>dead: no example passes</source>
        <translation>失活：没有样本能通过</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>g′ &lt; {}</source>
        <translation>g′ &lt; {}</translation>
    </message>
    <message>
        <source>mean g′ {}</source>
        <translation>平均g′ {}</translation>
    </message>
    <message>
        <source>mean |δ| {}</source>
        <translation>平均|δ| {}</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation>饱和比例</translation>
    </message>
    <message>
        <source>share where flat</source>
        <translation>平坦比例</translation>
    </message>
    <message>
        <source>{} dead</source>
        <translation>{}个失活</translation>
    </message>
    <message>
        <source>{} flat</source>
        <translation>{}平坦</translation>
    </message>
    <message>
        <source>{} saturated</source>
        <translation>{}饱和</translation>
    </message>
    <message>
        <source>{} units</source>
        <translation>{}个单元</translation>
    </message>
</context>
<context>
    <name>SaturationPlot</name>
    <message>
        <source>example {}</source>
        <translation>样本{}</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>There is already a file %1. Replace it?</source>
        <translation>已有名为%1的文件。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>SceneList</name>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
</context>
<context>
    <name>SceneRows</name>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}分钟</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>another run: {0}</source>
        <translation>另一次运行：{0}</translation>
    </message>
    <message>
        <source>as it began</source>
        <translation>最初的运行</translation>
    </message>
    <message>
        <source>best on held-out data: epoch {0}</source>
        <translation>验证集上最佳：第{0}轮</translation>
    </message>
    <message>
        <source>iteration {0} · epoch {1}</source>
        <translation>第{0}次迭代 · 第{1}轮</translation>
    </message>
    <message>
        <source>stopped: {0}</source>
        <translation>已停止：{0}</translation>
    </message>
    <message>
        <source>training loss {0}</source>
        <translation>训练损失{0}</translation>
    </message>
    <message>
        <source>up to iteration {0}</source>
        <translation>到第{0}次迭代为止</translation>
    </message>
    <message>
        <source>validation loss {0}</source>
        <translation>验证损失{0}</translation>
    </message>
    <message>
        <source>{0}: from iteration {1} on, {2}</source>
        <translation>{0}：从第{1}次迭代起，{2}</translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Next: {name}</source>
        <translation>下一个：{name}</translation>
    </message>
    <message>
        <source>Use the next seed: draw again</source>
        <translation>换下一个随机种子：重新抽取</translation>
    </message>
</context>
<context>
    <name>SeedSettings</name>
    <message>
        <source>Bound</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs: expected a whole number from 1 to {}.</source>
        <translation>轮数：应为1到{}的整数。</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络数</translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation>种子个数</translation>
    </message>
    <message>
        <source>Numbers are predicted, not classes</source>
        <translation>这里预测的是数值，不是类别</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Rates: a learning rate is more than 0, got {}.</source>
        <translation>学习率：必须大于0，实际是{}。</translation>
    </message>
    <message>
        <source>Rates: expected at least one learning rate.</source>
        <translation>学习率：至少要有一个。</translation>
    </message>
    <message>
        <source>Rates: expected at most {}, got {}.</source>
        <translation>学习率：最多{}个，实际是{}个。</translation>
    </message>
    <message>
        <source>Seeds of each</source>
        <translation>每组种子数</translation>
    </message>
    <message>
        <source>Seeds of each rate</source>
        <translation>每个学习率的种子数</translation>
    </message>
    <message>
        <source>Show when a network counts as solved, the epochs and the rates</source>
        <translation>显示“已解决”的条件、轮数和学习率</translation>
    </message>
    <message>
        <source>Solved when</source>
        <translation>解决条件</translation>
    </message>
    <message>
        <source>Solved when: an accuracy is more than 0 and at most 1.</source>
        <translation>解决条件：准确率应大于0且不超过1。</translation>
    </message>
    <message>
        <source>Solved when: expected a loss of more than 0.</source>
        <translation>解决条件：损失应大于0。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>改变什么</translation>
    </message>
    <message>
        <source>accuracy ≥</source>
        <translation>准确率≥</translation>
    </message>
    <message>
        <source>as in the experiment</source>
        <translation>与实验相同</translation>
    </message>
    <message>
        <source>learning rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>limited to {} of {}</source>
        <translation>限{}轮，原{}轮</translation>
    </message>
    <message>
        <source>limited to {} of {} epochs to save time</source>
        <translation>为省时间只训练{}轮，原为{}轮</translation>
    </message>
    <message>
        <source>loss ≤</source>
        <translation>损失≤</translation>
    </message>
    <message>
        <source>of {}</source>
        <translation>原{}轮</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>the experiment has {}</source>
        <translation>实验中为{}轮</translation>
    </message>
    <message>
        <source>{}: expected one number.</source>
        <translation>{}：应为一个数。</translation>
    </message>
    <message>
        <source>{}: “{}” is not a number.</source>
        <translation>{}：“{}”不是数。</translation>
    </message>
</context>
<context>
    <name>SeedStrip</name>
    <message>
        <source>Click to open it in the main window</source>
        <translation>单击，在主窗口中打开</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>SeedWindow</name>
    <message>
        <source>1 s</source>
        <translation>1秒</translation>
    </message>
    <message>
        <source>Arrows or the pointer: look at a network; Enter or a click opens it in the main window</source>
        <translation>方向键或鼠标：查看一个网络；回车或单击：在主窗口中打开</translation>
    </message>
    <message>
        <source>Finished networks first, the lowest training loss first</source>
        <translation>先排已完成的网络，训练损失小的在前</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal distances are equal ratios</source>
        <translation>损失轴取对数：距离相等，比值就相等</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Press Start: a network for each learning rate will be trained here, side by side, all from the same weights on the same data.</source>
        <translation>按“开始”：这里将为每个学习率训练一个网络，并排显示；它们的初始权重和数据都相同。</translation>
    </message>
    <message>
        <source>Press Start: {} networks for each learning rate will be trained here: a row for each rate, a column for each seed.</source>
        <translation>按“开始”：这里将为每个学习率训练{}个网络：每行一个学习率，每列一个随机种子。</translation>
    </message>
    <message>
        <source>Press Start: {} networks will be trained here, side by side. They differ only in their seed: other first weights and other batches, on the same data.</source>
        <translation>按“开始”：这里将训练{}个网络，并排显示。它们只有随机种子不同：初始权重不同，分批不同，数据相同。</translation>
    </message>
    <message>
        <source>Seeds and learning rates: {}</source>
        <translation>随机种子与学习率：{}</translation>
    </message>
    <message>
        <source>This cannot be trained: {}</source>
        <translation>无法训练：{}</translation>
    </message>
    <message>
        <source>accuracy ≥ {} on the training part</source>
        <translation>训练集准确率≥{}</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <source>best epoch {} of {}</source>
        <translation>最佳轮次：第{}轮（共{}轮）</translation>
    </message>
    <message>
        <source>by loss</source>
        <translation>按损失</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>last epoch {}</source>
        <translation>最后一轮（第{}轮）</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>loss ≤ {} on the training part</source>
        <translation>训练集损失≤{}</translation>
    </message>
    <message>
        <source>maps, scores: best epoch</source>
        <translation>图与指标：最佳轮次</translation>
    </message>
    <message>
        <source>maps, scores: best epoch if stopped early, else last</source>
        <translation>图与指标：早停的取最佳轮次，其余取最后一轮</translation>
    </message>
    <message>
        <source>maps, scores: last epoch</source>
        <translation>图与指标：最后一轮</translation>
    </message>
    <message>
        <source>no better than chance</source>
        <translation>不比随机猜测好</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>preparing the networks</source>
        <translation>正在准备网络</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>rate {}</source>
        <translation>学习率{}</translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation>种子{}</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>stopped before its end</source>
        <translation>中途停止</translation>
    </message>
    <message>
        <source>stopped:</source>
        <translation>停止原因：</translation>
    </message>
    <message>
        <source>stopped: {}</source>
        <translation>已停止：{}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>weights of</source>
        <translation>权重取自</translation>
    </message>
    <message>
        <source>{solved} of {count} solved</source>
        <translation>{count}个中{solved}个已解决</translation>
    </message>
    <message>
        <source>{} RMSE</source>
        <translation>{}RMSE</translation>
    </message>
    <message>
        <source>{} accuracy</source>
        <translation>{}准确率</translation>
    </message>
    <message>
        <source>{} diverged</source>
        <translation>{}个发散</translation>
    </message>
    <message>
        <source>{} loss</source>
        <translation>{}损失</translation>
    </message>
    <message>
        <source>{} min</source>
        <translation>{}分钟</translation>
    </message>
    <message>
        <source>{} networks finished in {}</source>
        <translation>{}个网络已完成，用时{}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{}/{}</translation>
    </message>
    <message>
        <source>{} of {} networks finished</source>
        <translation>已完成{}/{}个网络</translation>
    </message>
    <message>
        <source>{} of {} solved</source>
        <translation>{}/{}已解决</translation>
    </message>
    <message>
        <source>{} of {} solved so far</source>
        <translation>目前{}/{}已解决</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{}秒</translation>
    </message>
    <message>
        <source>{} · about {} left</source>
        <translation>{} · 还需约{}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Replayed here to the same bits: iterations {stretches}; the others are read from the file</source>
        <translation>在此重算且逐位相同：迭代{stretches}；其余从文件读取</translation>
    </message>
    <message>
        <source>The numbers at iteration {iteration} are read from the file</source>
        <translation>迭代{iteration}的数值从文件读取</translation>
    </message>
    <message>
        <source>This machine computes the last digits otherwise: the numbers at iteration {iteration} are those of the file, and what comes after is computed here</source>
        <translation>这台机器算出的末位数字不同：迭代{iteration}的数值来自文件，之后的在此计算</translation>
    </message>
    <message>
        <source>a run went on that cannot have</source>
        <translation>有一次运行不可能继续却继续了</translation>
    </message>
    <message>
        <source>an example was changed into what the data cannot hold</source>
        <translation>有样本被改成了数据无法容纳的值</translation>
    </message>
    <message>
        <source>something happened that is not known</source>
        <translation>发生了未知的事件</translation>
    </message>
    <message>
        <source>this is a device, not a session</source>
        <translation>这是设备，不是会话</translation>
    </message>
    <message>
        <source>this is a folder, not a session</source>
        <translation>这是文件夹，不是会话</translation>
    </message>
    <message>
        <source>this is no nnviz session</source>
        <translation>这不是nnviz会话</translation>
    </message>
    <message>
        <source>this session is damaged</source>
        <translation>此会话已损坏</translation>
    </message>
    <message>
        <source>this session is damaged: {error}</source>
        <translation>此会话已损坏：{error}</translation>
    </message>
    <message>
        <source>this session is larger than one may be</source>
        <translation>此会话超过了允许的大小</translation>
    </message>
    <message>
        <source>this session is of another version of nnviz: expected {expected}, got {got}</source>
        <translation>此会话来自另一版本的nnviz：应为{expected}，实为{got}</translation>
    </message>
    <message>
        <source>what happened cannot be understood: {error}</source>
        <translation>无法理解发生的事件：{error}</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>The lecture {} is not there any more: this is its run alone.</source>
        <translation>讲座{}已不在：这里只有它的运行。</translation>
    </message>
    <message>
        <source>Your work</source>
        <translation>您的工作</translation>
    </message>
    <message>
        <source>kept at {}</source>
        <translation>保留于{}</translation>
    </message>
</context>
<context>
    <name>SetBackDot</name>
    <message>
        <source>Reset: {name}</source>
        <translation>重置：{name}</translation>
    </message>
</context>
<context>
    <name>SettingNames</name>
    <message>
        <source>A wrong corner</source>
        <translation>标错的一角</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation>起伏曲面</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>糖尿病</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Four points</source>
        <translation>四个点</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>两团高斯点</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He正态</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He均匀</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun正态</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Noisy moons</source>
        <translation>带噪声的双月</translation>
    </message>
    <message>
        <source>One body, two heads</source>
        <translation>同一主体，两种输出</translation>
    </message>
    <message>
        <source>Penguins</source>
        <translation>企鹅</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Sawtooth</source>
        <translation>锯齿波</translation>
    </message>
    <message>
        <source>Sawtooth by hand</source>
        <translation>手工设定的锯齿波</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Six layers</source>
        <translation>六层</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Ten layers</source>
        <translation>十层</translation>
    </message>
    <message>
        <source>Three arms</source>
        <translation>三臂螺旋</translation>
    </message>
    <message>
        <source>Three clouds</source>
        <translation>三团点</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation>手算例题</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier正态</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier均匀</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>½ of the sum</source>
        <translation>总和的½</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>; 1 row with a gap left out</source>
        <translation>；略去1行有缺失的数据</translation>
    </message>
    <message>
        <source>; {count} rows with gaps left out</source>
        <translation>；略去{count}行有缺失的数据</translation>
    </message>
    <message>
        <source>A factor on every weight that is drawn</source>
        <translation>随机生成的每个权重都乘以此值</translation>
    </message>
    <message>
        <source>A gradient with a larger norm than this is shortened to it</source>
        <translation>梯度的范数超过此值时，缩短到此值</translation>
    </message>
    <message>
        <source>A new run from the same weights</source>
        <translation>从相同的权重开始一次新的运行</translation>
    </message>
    <message>
        <source>A schedule changes it from epoch to epoch; a rate set by hand holds from then on</source>
        <translation>学习率调度会逐轮改变它；手动设定之后就固定不变</translation>
    </message>
    <message>
        <source>A share of the held-out examples are copies of training examples.</source>
        <translation>留出的样本中，有一部分是训练样本的副本。</translation>
    </message>
    <message>
        <source>A small number that keeps the step from dividing by zero</source>
        <translation>防止除以零的小常数</translation>
    </message>
    <message>
        <source>A smaller gain than this does not count as an improvement</source>
        <translation>进步小于此值不算改进</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Activation per layer</source>
        <translation>各层激活函数</translation>
    </message>
    <message>
        <source>Activations: {names}</source>
        <translation>激活函数：{names}</translation>
    </message>
    <message>
        <source>After this many epochs the learning rate takes its next step</source>
        <translation>每过这么多轮，学习率下降一级</translation>
    </message>
    <message>
        <source>All weights are drawn and multiplied by {value:g}</source>
        <translation>所有权重随机生成后再乘以{value:g}</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>分批</translation>
    </message>
    <message>
        <source>Batches seed</source>
        <translation>分批随机种子</translation>
    </message>
    <message>
        <source>Biases start at</source>
        <translation>偏置初值</translation>
    </message>
    <message>
        <source>Biases start at {value:g}</source>
        <translation>偏置初值为{value:g}</translation>
    </message>
    <message>
        <source>Biases start at {values}, layer by layer</source>
        <translation>各层偏置初值依次为{values}</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Changed: set it back to what it is in “{origin}”</source>
        <translation>已修改：恢复为“{origin}”中的设置</translation>
    </message>
    <message>
        <source>Changed: set it back to what “{origin}” has, {value}</source>
        <translation>已修改：恢复为“{origin}”中的{value}</translation>
    </message>
    <message>
        <source>Clip gradients at</source>
        <translation>梯度裁剪上限</translation>
    </message>
    <message>
        <source>Copies leak into the test</source>
        <translation>测试集混入副本</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据随机种子</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Decay α</source>
        <translation>衰减率α</translation>
    </message>
    <message>
        <source>Decay β₁</source>
        <translation>衰减率β₁</translation>
    </message>
    <message>
        <source>Decay β₂</source>
        <translation>衰减率β₂</translation>
    </message>
    <message>
        <source>Deliberate faults</source>
        <translation>故意设置的错误</translation>
    </message>
    <message>
        <source>Deviation σ</source>
        <translation>标准差σ</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活（Dropout）</translation>
    </message>
    <message>
        <source>Dropout per layer</source>
        <translation>各层随机失活率</translation>
    </message>
    <message>
        <source>Each makes new data and starts a new run.</source>
        <translation>每项改动都会生成新数据，并开始一次新的运行。</translation>
    </message>
    <message>
        <source>Each starts a new run.</source>
        <translation>每项改动都会开始一次新的运行。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Epochs from the full learning rate to the lowest; at the right end, all</source>
        <translation>学习率从设定值降到最低所用的轮数；滑到最右端为全部轮数</translation>
    </message>
    <message>
        <source>Epochs, at most</source>
        <translation>最多轮数</translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation>小常数ε</translation>
    </message>
    <message>
        <source>Every example in one ball of the input space has the label of the next class.</source>
        <translation>输入空间里某个球内的样本，标签全被改成下一个类别。</translation>
    </message>
    <message>
        <source>Every update shrinks all parameters by this, times the learning rate</source>
        <translation>每次更新把所有参数缩小，比例为此值乘以学习率</translation>
    </message>
    <message>
        <source>Every weight starts at {value:g}</source>
        <translation>所有权重的初值为{value:g}</translation>
    </message>
    <message>
        <source>Every … epochs</source>
        <translation>间隔轮数</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Examples are split in the order of their labels: the parts differ in classes.</source>
        <translation>样本按标签的顺序划分：各集合的类别不一样。</translation>
    </message>
    <message>
        <source>Examples that each update of the weights looks at</source>
        <translation>每次更新权重所用的样本数</translation>
    </message>
    <message>
        <source>Explicit weights, from the file</source>
        <translation>权重由文件直接给定</translation>
    </message>
    <message>
        <source>Frozen parameters</source>
        <translation>冻结的参数</translation>
    </message>
    <message>
        <source>Frozen parameters: {names}</source>
        <translation>冻结的参数：{names}</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>给定数据</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>How far each update goes; takes effect at once, in the current run</source>
        <translation>每次更新走多远；立即生效，不必重新开始</translation>
    </message>
    <message>
        <source>How far examples are moved at random: the standard deviation</source>
        <translation>样本随机偏移的幅度（标准差）</translation>
    </message>
    <message>
        <source>How many examples there are in all three parts</source>
        <translation>三个集合的样本总数</translation>
    </message>
    <message>
        <source>How many hidden layers there are, and how many units each has</source>
        <translation>隐藏层的层数和每层的单元数</translation>
    </message>
    <message>
        <source>How slowly the mean of gradients forgets</source>
        <translation>梯度的移动平均遗忘得有多慢</translation>
    </message>
    <message>
        <source>How slowly the mean of squared gradients forgets</source>
        <translation>梯度平方的移动平均遗忘得有多慢</translation>
    </message>
    <message>
        <source>How strongly large weights are penalised</source>
        <translation>对大权重的惩罚力度</translation>
    </message>
    <message>
        <source>How strongly weights are pulled towards exactly 0</source>
        <translation>把权重拉向0的力度</translation>
    </message>
    <message>
        <source>How the error of a prediction is counted; only what fits the output is listed</source>
        <translation>怎样度量预测的误差；只列出与输出相配的</translation>
    </message>
    <message>
        <source>How the learning rate changes from epoch to epoch</source>
        <translation>学习率怎样逐轮变化</translation>
    </message>
    <message>
        <source>How the weights are drawn before training</source>
        <translation>训练前怎样随机生成权重</translation>
    </message>
    <message>
        <source>How the weights follow the gradient</source>
        <translation>权重怎样按梯度更新</translation>
    </message>
    <message>
        <source>How widely normal weights are drawn: the standard deviation</source>
        <translation>正态分布权重的分散程度（标准差）</translation>
    </message>
    <message>
        <source>Initialise</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input columns</source>
        <translation>输入列</translation>
    </message>
    <message>
        <source>Input in another unit</source>
        <translation>输入用错单位</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Inputs go in as they are, large ones and small ones side by side.</source>
        <translation>输入不经处理，数值大的和小的混在一起。</translation>
    </message>
    <message>
        <source>Inputs not standardised</source>
        <translation>输入未标准化</translation>
    </message>
    <message>
        <source>It is not the same in all layers</source>
        <translation>各层取值不同</translation>
    </message>
    <message>
        <source>Keep test labels correct</source>
        <translation>测试标签保持正确</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1惩罚项</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2惩罚项</translation>
    </message>
    <message>
        <source>Label noise: a share of the examples gets another class, drawn at random.</source>
        <translation>标签噪声：随机抽一部分样本，改成别的类别。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation>学习率的变化</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>损失系数</translation>
    </message>
    <message>
        <source>Lowest after</source>
        <translation>降到最低的轮数</translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation>最低学习率</translation>
    </message>
    <message>
        <source>Mislabelled region</source>
        <translation>标错的区域</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>动量μ</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Network {widths}, {count} parameters</source>
        <translation>网络{widths}，{count}个参数</translation>
    </message>
    <message>
        <source>New data, a new run from the same weights</source>
        <translation>新数据，从相同的权重开始一次新的运行</translation>
    </message>
    <message>
        <source>New network {widths}, new weights</source>
        <translation>新网络{widths}，新权重</translation>
    </message>
    <message>
        <source>New network {widths}, the file&apos;s weights are gone</source>
        <translation>新网络{widths}，不再使用文件中的权重</translation>
    </message>
    <message>
        <source>New random weights</source>
        <translation>新的随机权重</translation>
    </message>
    <message>
        <source>New weights, the file&apos;s are gone</source>
        <translation>新权重，不再使用文件中的权重</translation>
    </message>
    <message>
        <source>No wrong labels in the test part: it tells how good a network really is</source>
        <translation>测试集中没有错误标签：这样才能看出网络究竟有多好</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>One name for each hidden layer: tanh, relu; if empty, the same in all</source>
        <translation>每个隐藏层写一个名称：tanh, relu；留空则各层相同</translation>
    </message>
    <message>
        <source>One number for all layers, or one for each, the output&apos;s last: 4, 4, 0</source>
        <translation>各层共用一个数，或每层一个，输出层排最后：4, 4, 0</translation>
    </message>
    <message>
        <source>One raw input is many times as large as it should be, as if in another unit.</source>
        <translation>某个原始输入被放大很多倍，就像用错了单位。</translation>
    </message>
    <message>
        <source>One share for each hidden layer: 0.2, 0.5; if empty, the same in all</source>
        <translation>每个隐藏层写一个比例：0.2, 0.5；留空则各层相同</translation>
    </message>
    <message>
        <source>Only where classes are predicted</source>
        <translation>仅适用于分类</translation>
    </message>
    <message>
        <source>Only where numbers are predicted</source>
        <translation>仅适用于回归</translation>
    </message>
    <message>
        <source>Only where the data is a table from a file</source>
        <translation>仅适用于来自文件的数据表</translation>
    </message>
    <message>
        <source>Only where weights start {init}</source>
        <translation>仅适用于以下初始化：{init}</translation>
    </message>
    <message>
        <source>Only with a rate over time that is {names}</source>
        <translation>仅适用于以下学习率调度：{names}</translation>
    </message>
    <message>
        <source>Only with early stopping</source>
        <translation>仅在早停时有效</translation>
    </message>
    <message>
        <source>Only with {names}</source>
        <translation>仅适用于{names}</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Over this many epochs at the start the learning rate rises in equal steps</source>
        <translation>开头这么多轮内，学习率等步长上升</translation>
    </message>
    <message>
        <source>Parameters that are not trained: W1, b2, or a single one, W1[0,2] or b1[0]</source>
        <translation>不参与训练的参数：W1, b2，或单个参数W1[0,2], b1[0]</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心值</translation>
    </message>
    <message>
        <source>Percentage to learn from, to decide when to stop, and to test on at the end</source>
        <translation>三个百分比：用于学习、决定何时停止、最后测试</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Random wrong labels</source>
        <translation>随机错误标签</translation>
    </message>
    <message>
        <source>Range ±</source>
        <translation>范围±</translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Rate times</source>
        <translation>每次乘以</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Restore the best epoch</source>
        <translation>恢复最佳参数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Share of the hidden units that each update silences at random</source>
        <translation>每次更新时随机关闭的隐藏单元比例</translation>
    </message>
    <message>
        <source>Shift and scale inputs to mean 0 and deviation 1, by the training part</source>
        <translation>按训练集的统计量，把输入平移、缩放到均值0、标准差1</translation>
    </message>
    <message>
        <source>Shuffle before each epoch</source>
        <translation>每轮前打乱样本</translation>
    </message>
    <message>
        <source>Smallest improvement</source>
        <translation>最小改进量</translation>
    </message>
    <message>
        <source>Sorted before the split</source>
        <translation>划分前按标签排序</translation>
    </message>
    <message>
        <source>Standardisation is forgotten on the test part: it looks like other data.</source>
        <translation>测试集忘了标准化：看上去像是另一种数据。</translation>
    </message>
    <message>
        <source>Standardise inputs</source>
        <translation>标准化输入</translation>
    </message>
    <message>
        <source>Standardise target</source>
        <translation>标准化目标值</translation>
    </message>
    <message>
        <source>Stop when the validation part has not improved for this many epochs (patience)</source>
        <translation>验证集连续这么多轮（耐心值）没有改进就停止</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>Target is</source>
        <translation>目标类型</translation>
    </message>
    <message>
        <source>Test part not standardised</source>
        <translation>测试集未标准化</translation>
    </message>
    <message>
        <source>The column of the table that is to be predicted, or several with semicolons between them</source>
        <translation>表格中要预测的列；多列之间用分号隔开</translation>
    </message>
    <message>
        <source>The columns of the table that are the raw inputs; if empty, all but the target</source>
        <translation>表中作为原始输入的列；留空则为目标列以外的各列</translation>
    </message>
    <message>
        <source>The epochs without an improvement after which training stops early</source>
        <translation>连续多少轮没有改进就触发早停</translation>
    </message>
    <message>
        <source>The run ends after this many passes through the training examples</source>
        <translation>训练样本过这么多遍后，运行结束</translation>
    </message>
    <message>
        <source>The same for the numbers to predict; errors are shown in their own unit</source>
        <translation>对要预测的数值也做标准化；误差仍按原单位显示</translation>
    </message>
    <message>
        <source>The same seed draws the same examples</source>
        <translation>种子相同，生成的样本就相同</translation>
    </message>
    <message>
        <source>The same seed draws the same weights</source>
        <translation>种子相同，生成的权重就相同</translation>
    </message>
    <message>
        <source>The same seed shuffles the examples into the same batches</source>
        <translation>种子相同，打乱后的分批就相同</translation>
    </message>
    <message>
        <source>The share of the last step&apos;s velocity that goes into the next</source>
        <translation>上一步的速度有多大比例保留到下一步</translation>
    </message>
    <message>
        <source>The value that every weight starts from</source>
        <translation>所有权重共同的初值</translation>
    </message>
    <message>
        <source>The weights are explicit: choose how to draw them first</source>
        <translation>权重是直接给定的：请先选择初始化方式</translation>
    </message>
    <message>
        <source>There is no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>There is no standardisation to forget</source>
        <translation>本来就没有标准化</translation>
    </message>
    <message>
        <source>These examples are always the same</source>
        <translation>这些样本是固定的</translation>
    </message>
    <message>
        <source>Times as large</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Train / validation / test</source>
        <translation>训练/验证/测试</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Uniform weights are drawn between minus this and this</source>
        <translation>权重在±此值之间均匀抽取</translation>
    </message>
    <message>
        <source>Warm-up epochs</source>
        <translation>预热轮数</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监测量</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Weights are drawn from −{value:g} to {value:g}</source>
        <translation>权重在−{value:g}到{value:g}之间随机生成</translation>
    </message>
    <message>
        <source>Weights are drawn with a deviation of {value:g}</source>
        <translation>权重随机生成，标准差为{value:g}</translation>
    </message>
    <message>
        <source>Weights seed</source>
        <translation>权重随机种子</translation>
    </message>
    <message>
        <source>Weights start at</source>
        <translation>权重初值</translation>
    </message>
    <message>
        <source>What each hidden unit does with its weighted sum</source>
        <translation>每个隐藏单元对净输入做什么变换</translation>
    </message>
    <message>
        <source>What has to improve on the validation part: its loss, or its score</source>
        <translation>验证集上看哪个量的改进：损失，还是准确率等指标</translation>
    </message>
    <message>
        <source>What stands before Σ (ŷ − y)²: ½, nothing, or one over the number of outputs</source>
        <translation>Σ (ŷ − y)²前面的系数：½、无，或输出个数的倒数</translation>
    </message>
    <message>
        <source>What the experiment is called, in the window and in its file</source>
        <translation>实验的名称，显示在窗口中，也存入文件</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by each time</source>
        <translation>学习率每次乘以的因子</translation>
    </message>
    <message>
        <source>What the network sees: hand-made features such as x1^2; if empty, raw columns</source>
        <translation>网络的输入：人工设计的特征，如x1^2；留空则用原始列</translation>
    </message>
    <message>
        <source>What the output does with its weighted sum; only what fits the data is listed</source>
        <translation>输出层对净输入做什么变换；只列出与数据相配的</translation>
    </message>
    <message>
        <source>When to stop</source>
        <translation>何时停止</translation>
    </message>
    <message>
        <source>Where the cosine ends, as a share of the full learning rate</source>
        <translation>余弦曲线终点的学习率，占设定值的比例</translation>
    </message>
    <message>
        <source>Where the examples come from; the network and the training stay as they are</source>
        <translation>样本的来源；网络和训练设置不变</translation>
    </message>
    <message>
        <source>Whether the target of the table names classes or is a number to predict</source>
        <translation>表中的目标列是类别，还是要预测的数值</translation>
    </message>
    <message>
        <source>Without it, the batches are the same in every epoch</source>
        <translation>不打乱的话，每一轮的分批都相同</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all but the target</source>
        <translation>目标列以外的各列</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>biases start at</source>
        <translation>偏置初值</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>column to predict</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>columns to predict from</source>
        <translation>输入列</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>deviation of the weights</source>
        <translation>权重标准差</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>随机生成</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>every weight starts at</source>
        <translation>权重初值</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>examples are shuffled</source>
        <translation>打乱样本</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation>直接给定</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>frozen parameters</source>
        <translation>冻结的参数</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全批量</translation>
    </message>
    <message>
        <source>gain of the weights</source>
        <translation>权重增益</translation>
    </message>
    <message>
        <source>gradient is clipped at</source>
        <translation>梯度裁剪上限</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>inputs are standardised</source>
        <translation>输入标准化</translation>
    </message>
    <message>
        <source>inputs of the examples</source>
        <translation>样本的输入</translation>
    </message>
    <message>
        <source>label noise</source>
        <translation>标签噪声</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>learning rate goes</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss scale</source>
        <translation>损失系数</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>各层不同</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>nnviz train and many seeds report the best epoch; in the window, B restores it</source>
        <translation>nnviz train和种子对比图给出最佳轮次的结果；在窗口中按B恢复</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no difference: both are the same</source>
        <translation>没有不同：两边一样</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>one difference, all else equal</source>
        <translation>只有一处不同，其余相同</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>other ones</source>
        <translation>另一组</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>耐心值</translation>
    </message>
    <message>
        <source>patience {epochs}</source>
        <translation>耐心值{epochs}</translation>
    </message>
    <message>
        <source>per layer</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>range of the weights</source>
        <translation>权重范围</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>score</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>seed of the batches</source>
        <translation>分批随机种子</translation>
    </message>
    <message>
        <source>seed of the data</source>
        <translation>数据随机种子</translation>
    </message>
    <message>
        <source>seed of the weights</source>
        <translation>权重随机种子</translation>
    </message>
    <message>
        <source>split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>target is standardised</source>
        <translation>目标值标准化</translation>
    </message>
    <message>
        <source>targets of the examples</source>
        <translation>样本的目标值</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>test labels are correct</source>
        <translation>测试标签正确</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{classes} classes</source>
        <translation>{classes}个类别</translation>
    </message>
    <message>
        <source>{count} differences: {names}</source>
        <translation>{count}处不同：{names}</translation>
    </message>
    <message>
        <source>{origin}: 1 example, {inputs} inputs, {kind}</source>
        <translation>{origin}：1个样本，{inputs}个输入，{kind}</translation>
    </message>
    <message>
        <source>{origin}: {count} examples, {inputs} inputs, {kind}</source>
        <translation>{origin}：{count}个样本，{inputs}个输入，{kind}</translation>
    </message>
    <message>
        <source>{targets} targets</source>
        <translation>{targets}个目标值</translation>
    </message>
</context>
<context>
    <name>SettingsPages</name>
    <message>
        <source>No setting mentions “{query}” in its name or its explanation</source>
        <translation>没有名称或说明中含“{query}”的设置</translation>
    </message>
</context>
<context>
    <name>SettingsSearch</name>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>Find a setting by its name, by its name in files, or by what it does</source>
        <translation>按名称、文件中的字段名或作用查找设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Show all settings again (Esc)</source>
        <translation>重新显示所有设置（Esc）</translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message>
        <source>Hide these settings again</source>
        <translation>重新隐藏这些设置</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More: {section}</source>
        <translation>更多：{section}</translation>
    </message>
    <message>
        <source>Show settings that are seldom changed</source>
        <translation>显示不常改动的设置</translation>
    </message>
    <message>
        <source>Show settings that are seldom changed; changed: {count}</source>
        <translation>显示不常改动的设置；已改动：{count}</translation>
    </message>
    <message>
        <source>• More</source>
        <translation>• 更多</translation>
    </message>
</context>
<context>
    <name>ShareButton</name>
    <message>
        <source>Share</source>
        <translation>分享</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>SharedDigits</name>
    <message>
        <source>Only their first digit agrees.</source>
        <translation>只有第一位数字一致。</translation>
    </message>
    <message>
        <source>Only {} digits agree.</source>
        <translation>只有{}位数字一致。</translation>
    </message>
    <message>
        <source>There is no slope to compare.</source>
        <translation>没有可比较的斜率。</translation>
    </message>
    <message>
        <source>They agree except for rounding.</source>
        <translation>除舍入误差外，两者一致。</translation>
    </message>
    <message>
        <source>They agree to the last digit.</source>
        <translation>两者每一位都一致。</translation>
    </message>
    <message>
        <source>They agree to {} digits.</source>
        <translation>两者有{}位数字一致。</translation>
    </message>
    <message>
        <source>They do not agree.</source>
        <translation>两者不一致。</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>After epoch {}</source>
        <translation>第{}轮之后</translation>
    </message>
    <message>
        <source>After update {}</source>
        <translation>第{}次更新之后</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Film of</source>
        <translation>影片内容</translation>
    </message>
    <message>
        <source>From epoch</source>
        <translation>从第几轮</translation>
    </message>
    <message>
        <source>GIF film</source>
        <translation>GIF影片</translation>
    </message>
    <message>
        <source>Give the formulas</source>
        <translation>给出公式</translation>
    </message>
    <message>
        <source>HTML to print</source>
        <translation>可打印的HTML</translation>
    </message>
    <message>
        <source>Jupyter notebook</source>
        <translation>Jupyter笔记本</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Left to fill in</source>
        <translation>留空内容</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter（信纸）</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4视频</translation>
    </message>
    <message>
        <source>ONNX file</source>
        <translation>ONNX文件</translation>
    </message>
    <message>
        <source>Of it</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF页面</translation>
    </message>
    <message>
        <source>PDF pages</source>
        <translation>PDF页面</translation>
    </message>
    <message>
        <source>PDF to print</source>
        <translation>可打印的PDF</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG图片</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>PowerPoint slides</source>
        <translation>PowerPoint幻灯片</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python脚本</translation>
    </message>
    <message>
        <source>Questions for Moodle too (XML)</source>
        <translation>同时生成Moodle试题（XML）</translation>
    </message>
    <message>
        <source>Questions in GIFT too</source>
        <translation>同时生成GIFT试题</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG矢量图</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>Step by</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>学生数</translation>
    </message>
    <message>
        <source>The picture is copied: paste it anywhere.</source>
        <translation>图片已复制，可粘贴到任何地方。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>There is nothing on screen that this can be made of.</source>
        <translation>屏幕上没有可用于此形式的内容。</translation>
    </message>
    <message>
        <source>To epoch</source>
        <translation>到第几轮</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>WebM视频</translation>
    </message>
    <message>
        <source>WebP film</source>
        <translation>WebP影片</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Without the ground</source>
        <translation>不带底色</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>练习单</translation>
    </message>
    <message>
        <source>Written with</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>activations a</source>
        <translation>激活值a</translation>
    </message>
    <message>
        <source>as a table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>both networks, as an audience sees them</source>
        <translation>观众看到的两个网络</translation>
    </message>
    <message>
        <source>error signals δ</source>
        <translation>误差信号δ</translation>
    </message>
    <message>
        <source>gradients ∇W</source>
        <translation>梯度∇W</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>pre-activations z</source>
        <translation>净输入z</translation>
    </message>
    <message>
        <source>safetensors file</source>
        <translation>safetensors文件</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>项</translation>
    </message>
    <message>
        <source>the comparison, from the first weights on</source>
        <translation>从初始权重开始的对照</translation>
    </message>
    <message>
        <source>the formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>the loss L</source>
        <translation>损失L</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>the network on screen</source>
        <translation>屏幕上的网络</translation>
    </message>
    <message>
        <source>the recording on screen</source>
        <translation>屏幕上的记录</translation>
    </message>
    <message>
        <source>the sheets filled in (PDF)</source>
        <translation>填好的练习单（PDF）</translation>
    </message>
    <message>
        <source>the whole lecture</source>
        <translation>整个课件</translation>
    </message>
    <message>
        <source>the whole window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <source>this cue, as the audience sees it</source>
        <translation>观众看到的这个提示步</translation>
    </message>
    <message>
        <source>this scene</source>
        <translation>这个场景</translation>
    </message>
    <message>
        <source>this update</source>
        <translation>这次更新</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>updated weights and biases</source>
        <translation>更新后的权重和偏置</translation>
    </message>
</context>
<context>
    <name>ShelfRow</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>on its way …</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>{}: error</source>
        <translation>{}：出错</translation>
    </message>
    <message>
        <source>{}: saved</source>
        <translation>{}：已保存</translation>
    </message>
</context>
<context>
    <name>SignLegend</name>
    <message>
        <source>colours from {} to {}</source>
        <translation>颜色从{}到{}</translation>
    </message>
</context>
<context>
    <name>SignalBars</name>
    <message>
        <source>Signals now</source>
        <translation>当前信号</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
</context>
<context>
    <name>SignalMap</name>
    <message>
        <source>Signals over time</source>
        <translation>信号随时间的变化</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>mean of {} samples</source>
        <translation>{}次采样的平均</translation>
    </message>
</context>
<context>
    <name>SignalWords</name>
    <message>
        <source>: it explodes</source>
        <translation>：梯度爆炸</translation>
    </message>
    <message>
        <source>: it vanishes</source>
        <translation>：梯度消失</translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>No hidden layer: δ is used where it arises</source>
        <translation>没有隐藏层：δ在哪里产生就在哪里使用</translation>
    </message>
    <message>
        <source>Nothing of δ reaches layer 1: it is exactly 0 there</source>
        <translation>δ传不到第1层：在那里恰好为0</translation>
    </message>
    <message>
        <source>grows {}-fold</source>
        <translation>放大{}倍</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>mean |δ|</source>
        <translation>平均|δ|</translation>
    </message>
    <message>
        <source>no ratio</source>
        <translation>无比值</translation>
    </message>
    <message>
        <source>no update</source>
        <translation>无更新</translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation>饱和比例</translation>
    </message>
    <message>
        <source>shrinks {}-fold</source>
        <translation>缩小{}倍</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>太小</translation>
    </message>
    <message>
        <source>update / weights</source>
        <translation>更新量/权重</translation>
    </message>
    <message>
        <source>δ is 0 at the output</source>
        <translation>输出层的δ为0</translation>
    </message>
    <message>
        <source>δ is 0 at the output: this batch teaches nothing</source>
        <translation>输出层的δ为0：从这一批学不到任何东西</translation>
    </message>
    <message>
        <source>δ is exactly 0 in layer 1</source>
        <translation>第1层的δ恰好为0</translation>
    </message>
    <message>
        <source>δ is no longer finite in {}</source>
        <translation>δ在{}处已不是有限数</translation>
    </message>
    <message>
        <source>δ keeps its size</source>
        <translation>δ大小不变</translation>
    </message>
    <message>
        <source>δ keeps its size from the output to layer 1</source>
        <translation>δ从输出层到第1层大小不变</translation>
    </message>
    <message>
        <source>δ {} from the output to layer 1</source>
        <translation>δ从输出层到第1层{}</translation>
    </message>
    <message>
        <source>δ: not finite in {}</source>
        <translation>δ在{}处非有限</translation>
    </message>
    <message>
        <source>‖∇W‖</source>
        <translation>‖∇W‖</translation>
    </message>
</context>
<context>
    <name>Slides</name>
    <message>
        <source>Right is {}: {}</source>
        <translation>正确的是{}：{}</translation>
    </message>
</context>
<context>
    <name>SpacePlot</name>
    <message>
        <source>Examples in a layer&apos;s space</source>
        <translation>某一层空间中的样本</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>en</source>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>SplitSlider</name>
    <message>
        <source>Train, validation and test split</source>
        <translation>训练集、验证集和测试集的划分</translation>
    </message>
</context>
<context>
    <name>StageHead</name>
    <message>
        <source>epoch {0}</source>
        <translation>第{0}轮</translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation>损失{0}</translation>
    </message>
</context>
<context>
    <name>StagedSheet</name>
    <message>
        <source>{} starts</source>
        <translation>{}个起点</translation>
    </message>
</context>
<context>
    <name>StagedSide</name>
    <message>
        <source>of the held-out points right</source>
        <translation>的留出点答对</translation>
    </message>
    <message>
        <source>of the new points right</source>
        <translation>的新数据点答对</translation>
    </message>
    <message>
        <source>of the training points right</source>
        <translation>的训练点答对</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>off on the held-out points (RMSE)</source>
        <translation>留出点上的误差（RMSE）</translation>
    </message>
    <message>
        <source>off on the new points (RMSE)</source>
        <translation>新数据点上的误差（RMSE）</translation>
    </message>
    <message>
        <source>off on the training points (RMSE)</source>
        <translation>训练点上的误差（RMSE）</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
</context>
<context>
    <name>StartFrom</name>
    <message>
        <source>Current data</source>
        <translation>当前数据</translation>
    </message>
    <message>
        <source>Empty: a curve to predict</source>
        <translation>空白：要预测的曲线</translation>
    </message>
    <message>
        <source>Empty: classes</source>
        <translation>空白：类别</translation>
    </message>
    <message>
        <source>Empty: numbers over a plane</source>
        <translation>空白：平面上的数值</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How far examples are moved at random: the standard deviation</source>
        <translation>样本随机偏移的幅度（标准差）</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Replaces what is on the board; undo brings that back</source>
        <translation>替换画板上的内容；可以撤销</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>初始数据</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Less: {name}</source>
        <translation>减少：{name}</translation>
    </message>
    <message>
        <source>More: {name}</source>
        <translation>增加：{name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>移除：{name}</translation>
    </message>
</context>
<context>
    <name>Still</name>
    <message>
        <source>The picture is frozen</source>
        <translation>画面已定格</translation>
    </message>
</context>
<context>
    <name>TablePreview</name>
    <message>
        <source>1 category: {}</source>
        <translation>1种取值：{}</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1个输入</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1行</translation>
    </message>
    <message>
        <source>A table is a CSV, TSV or Excel file (.xlsx): a row for each example, and columns of numbers or of categories, one of which is to be predicted.</source>
        <translation>表格可以是CSV、TSV或Excel文件（.xlsx）：每行一个样本，各列是数值或离散值，其中一列是要预测的。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Classes of {}: {}.</source>
        <translation>{}的类别：{}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Each category is an input of its own: {} columns give {} inputs.</source>
        <translation>每种取值各成一个输入：{}列变成{}个输入。</translation>
    </message>
    <message>
        <source>Excel, sheet “{}”</source>
        <translation>Excel，工作表“{}”</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>From these columns</source>
        <translation>用这些列</translation>
    </message>
    <message>
        <source>It cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>Note: {}</source>
        <translation>注意：{}</translation>
    </message>
    <message>
        <source>Nothing can be learned from it this way</source>
        <translation>这样选，学不到任何东西</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a table: {}</source>
        <translation>打开表格：{}</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开……</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predict as</source>
        <translation>预测类型</translation>
    </message>
    <message>
        <source>Reading {}, {} …</source>
        <translation>正在读取{}，{}……</translation>
    </message>
    <message>
        <source>Reading {}: {} % …</source>
        <translation>正在读取{}：{}%…</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Row {} is dropped: {} are missing.</source>
        <translation>第{}行舍去：缺少{}。</translation>
    </message>
    <message>
        <source>Row {} is dropped: {} is missing.</source>
        <translation>第{}行舍去：缺少{}。</translation>
    </message>
    <message>
        <source>Starts a new run, with a small network to begin with</source>
        <translation>开始一次新的运行，先用一个小网络</translation>
    </message>
    <message>
        <source>This row is dropped: a value is missing</source>
        <translation>这一行舍去：有缺失值</translation>
    </message>
    <message>
        <source>This table cannot be read</source>
        <translation>无法读取这个表格</translation>
    </message>
    <message>
        <source>Tick at least one column to learn from.</source>
        <translation>请至少勾选一列用来学习。</translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation>学什么</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>all columns</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>all {}</source>
        <translation>共{}行</translation>
    </message>
    <message>
        <source>as</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>离散值</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>columns separated by {}</source>
        <translation>列的分隔符：{}</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>小数点为逗号</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>小数点为句点</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>header in row {}</source>
        <translation>表头在第{}行</translation>
    </message>
    <message>
        <source>header in the first row</source>
        <translation>第一行是表头</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>no columns</source>
        <translation>不选任何列</translation>
    </message>
    <message>
        <source>no header: columns are called x1, x2 and so on</source>
        <translation>没有表头：各列依次叫x1、x2……</translation>
    </message>
    <message>
        <source>none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>numbers to predict</source>
        <translation>预测数值</translation>
    </message>
    <message>
        <source>numbers, {} to {}</source>
        <translation>数值，{}到{}</translation>
    </message>
    <message>
        <source>only counts the rows</source>
        <translation>只是行号</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>row {}</source>
        <translation>第{}行</translation>
    </message>
    <message>
        <source>several columns</source>
        <translation>多列</translation>
    </message>
    <message>
        <source>to predict</source>
        <translation>要预测的</translation>
    </message>
    <message>
        <source>{} ({} rows)</source>
        <translation>{}（{}行）</translation>
    </message>
    <message>
        <source>{} MB</source>
        <translation>{} MB</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{}，还有{}个</translation>
    </message>
    <message>
        <source>{} categories: {}</source>
        <translation>{}种取值：{}</translation>
    </message>
    <message>
        <source>{} classes</source>
        <translation>{}个类别</translation>
    </message>
    <message>
        <source>{} inputs</source>
        <translation>{}个输入</translation>
    </message>
    <message>
        <source>{} is predicted as a number.</source>
        <translation>{}作为数值来预测。</translation>
    </message>
    <message>
        <source>{} kB</source>
        <translation>{} kB</translation>
    </message>
    <message>
        <source>{} missing</source>
        <translation>缺{}个</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{}/{}</translation>
    </message>
    <message>
        <source>{} rows</source>
        <translation>{}行</translation>
    </message>
    <message>
        <source>{} rows are dropped: a value is missing in {}. Rows {}.</source>
        <translation>舍去{}行，缺失值在：{}。行号：{}。</translation>
    </message>
</context>
<context>
    <name>TimeBlock</name>
    <message>
        <source>Count the time from here (Shift+F5 starts so)</source>
        <translation>从这里开始计时（Shift+F5放映时就是这样）</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>从此计时</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>共{0}</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Phases of the iteration</source>
        <translation>本次迭代的各阶段</translation>
    </message>
</context>
<context>
    <name>ToolBox</name>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Radius of the brush, in pixels ([ smaller, ] larger)</source>
        <translation>画笔的半径，以像素为单位（按[减小，按]增大）</translation>
    </message>
</context>
<context>
    <name>TourPanel</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back to what the cue had brought (Backspace)</source>
        <translation>回到这一提示步原来的状态（Backspace）</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Return  ⌫</source>
        <translation>返回  ⌫</translation>
    </message>
    <message>
        <source>The cue before (Page Up)</source>
        <translation>上一提示步（Page Up）</translation>
    </message>
    <message>
        <source>The next cue (Page Down)</source>
        <translation>下一提示步（Page Down）</translation>
    </message>
    <message>
        <source>You have left the script.</source>
        <translation>已偏离讲稿。</translation>
    </message>
</context>
<context>
    <name>TourScenes</name>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>How fast the phases are played ([ slower, ] faster)</source>
        <translation>各阶段的播放速度（按[减慢，按]加快）</translation>
    </message>
    <message>
        <source>How fast training goes ({ slower, } faster)</source>
        <translation>训练的速度（按{减慢，按}加快）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Stop  T</source>
        <translation>停止  T</translation>
    </message>
    <message>
        <source>Train  T</source>
        <translation>训练  T</translation>
    </message>
    <message>
        <source>Train on  T</source>
        <translation>继续训练  T</translation>
    </message>
    <message>
        <source>Train on from the weights of the best epoch, with patience reset (T)</source>
        <translation>从最佳轮次的权重继续训练，耐心值重新计数（T）</translation>
    </message>
    <message>
        <source>Train on from the weights of the last epoch, with patience reset (T)</source>
        <translation>从最后一轮的权重继续训练，耐心值重新计数（T）</translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation>训练速度</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>播放栏</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>step</source>
        <translation>单步</translation>
    </message>
</context>
<context>
    <name>TwinBar</name>
    <message>
        <source>An epoch has more iterations on one side than on the other: both go epoch by epoch</source>
        <translation>两侧每轮的迭代次数不同，所以都按轮前进</translation>
    </message>
    <message>
        <source>Both start again from their first weights (R)</source>
        <translation>两侧都从各自的初始权重重新开始（R）</translation>
    </message>
    <message>
        <source>Epoch  Ctrl+→</source>
        <translation>一轮  Ctrl+→</translation>
    </message>
    <message>
        <source>Full screen and large type (F5)</source>
        <translation>全屏并放大字体（F5）</translation>
    </message>
    <message>
        <source>How fast training goes</source>
        <translation>训练的快慢</translation>
    </message>
    <message>
        <source>Iteration  →</source>
        <translation>迭代  →</translation>
    </message>
    <message>
        <source>One iteration on both sides (→)</source>
        <translation>两侧各迭代一次（→）</translation>
    </message>
    <message>
        <source>Pause  T</source>
        <translation>暂停  T</translation>
    </message>
    <message>
        <source>Present  F5</source>
        <translation>放映  F5</translation>
    </message>
    <message>
        <source>Reset  R</source>
        <translation>重置  R</translation>
    </message>
    <message>
        <source>To the end of this epoch on both sides (Ctrl+→)</source>
        <translation>两侧都到这一轮结束（Ctrl+→）</translation>
    </message>
    <message>
        <source>Train  T</source>
        <translation>训练  T</translation>
    </message>
    <message>
        <source>Train both in step, or pause both (Space or T)</source>
        <translation>两侧同步训练，或同时暂停（空格或T）</translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation>训练速度</translation>
    </message>
    <message>
        <source>Which side is large</source>
        <translation>放大哪一侧</translation>
    </message>
    <message>
        <source>Which side is large (E or Ctrl+Tab)</source>
        <translation>放大哪一侧（E或Ctrl+Tab）</translation>
    </message>
    <message>
        <source>equal size</source>
        <translation>两侧等大</translation>
    </message>
    <message>
        <source>left large</source>
        <translation>左侧放大</translation>
    </message>
    <message>
        <source>right large</source>
        <translation>右侧放大</translation>
    </message>
</context>
<context>
    <name>TwinPlot</name>
    <message>
        <source>Both loss curves appear here during training: the left one solid, the right one dashed.</source>
        <translation>训练时这里显示两条损失曲线：左侧为实线，右侧为虚线。</translation>
    </message>
    <message>
        <source>Curves of both sides</source>
        <translation>两侧的曲线</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>val.</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
</context>
<context>
    <name>TwinSide</name>
    <message>
        <source>No network, so no predictions to show over the data.</source>
        <translation>没有网络，数据上也就没有预测可显示。</translation>
    </message>
    <message>
        <source>RMSE {}</source>
        <translation>RMSE {}</translation>
    </message>
    <message>
        <source>The other side stays, and can be trained.</source>
        <translation>另一侧不受影响，仍可训练。</translation>
    </message>
    <message>
        <source>There is no network here</source>
        <translation>这里没有网络</translation>
    </message>
    <message>
        <source>accuracy {}</source>
        <translation>准确率{}</translation>
    </message>
    <message>
        <source>loss {} · {}</source>
        <translation>损失{} · {}</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>无法建立</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopped at epoch {}</source>
        <translation>停在第{}轮</translation>
    </message>
    <message>
        <source>stopped working</source>
        <translation>运行出错</translation>
    </message>
    <message>
        <source>the same on both sides</source>
        <translation>两侧相同</translation>
    </message>
    <message>
        <source>train {} · val. {}</source>
        <translation>训练{} · 验证{}</translation>
    </message>
    <message>
        <source>train {}, {} · val. {}, {}</source>
        <translation>训练{}，{} · 验证{}，{}</translation>
    </message>
    <message>
        <source>training loss {}, {}</source>
        <translation>训练损失{}，{}</translation>
    </message>
    <message>
        <source>training loss {}, {} · validation loss {}, {}</source>
        <translation>训练损失{}，{} · 验证损失{}，{}</translation>
    </message>
    <message>
        <source>training loss {}, {} · validation {}, {}</source>
        <translation>训练损失{}，{} · 验证{}，{}</translation>
    </message>
    <message>
        <source>{}; the other continues</source>
        <translation>{}；另一侧继续</translation>
    </message>
</context>
<context>
    <name>TwinWindow</name>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Twin run</source>
        <translation>对照运行</translation>
    </message>
    <message>
        <source>Twin run – nnviz</source>
        <translation>对照运行 – nnviz</translation>
    </message>
    <message>
        <source>Twin run: {} – nnviz</source>
        <translation>对照运行：{} – nnviz</translation>
    </message>
    <message>
        <source>one difference</source>
        <translation>1处不同</translation>
    </message>
    <message>
        <source>{} differences</source>
        <translation>{}处不同</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
</context>
<context>
    <name>UnitBars</name>
    <message>
        <source>dead</source>
        <translation>失活</translation>
    </message>
    <message>
        <source>dead: no example passes</source>
        <translation>失活：没有样本能通过</translation>
    </message>
</context>
<context>
    <name>UnitCurvesView</name>
    <message>
        <source>Each unit&apos;s output</source>
        <translation>各单元的输出</translation>
    </message>
    <message>
        <source>How the outputs add up to the prediction</source>
        <translation>各输出怎样相加成预测值</translation>
    </message>
    <message>
        <source>each unit&apos;s output: h(x)</source>
        <translation>各单元的输出：h(x)</translation>
    </message>
    <message>
        <source>each unit&apos;s part: w {}(x); their sum plus b: {}</source>
        <translation>各单元的贡献：w {}(x)；它们之和再加b：{}</translation>
    </message>
    <message>
        <source>the output: ŷ(x)</source>
        <translation>输出：ŷ(x)</translation>
    </message>
</context>
<context>
    <name>UnitMaps</name>
    <message>
        <source>from … to</source>
        <translation>取值范围</translation>
    </message>
</context>
<context>
    <name>UnitWeights</name>
    <message>
        <source>row, column</source>
        <translation>行、列</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>1 piece</source>
        <translation>1段</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>Each unit shows here what it has learned, once there is a network.</source>
        <translation>有了网络，这里就显示每个单元学到了什么。</translation>
    </message>
    <message>
        <source>Linear layers in a row, multiplied into one matrix</source>
        <translation>相连的几个线性层，乘成一个矩阵</translation>
    </message>
    <message>
        <source>Nothing to show here: {}</source>
        <translation>这里没有可显示的：{}</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>合成矩阵</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Which layer is shown</source>
        <translation>显示哪一层</translation>
    </message>
    <message>
        <source>click a unit to see the data over it</source>
        <translation>单击一个单元，看数据叠在它的图上</translation>
    </message>
    <message>
        <source>each unit&apos;s weights, pixel by pixel</source>
        <translation>每个单元的权重，逐像素显示</translation>
    </message>
    <message>
        <source>high y</source>
        <translation>高y</translation>
    </message>
    <message>
        <source>layers {}–{}</source>
        <translation>第{}–{}层</translation>
    </message>
    <message>
        <source>low y</source>
        <translation>低y</translation>
    </message>
    <message>
        <source>mean activation for each class</source>
        <translation>各类别的平均激活值</translation>
    </message>
    <message>
        <source>mean activation for each third of the targets</source>
        <translation>目标值三等分，各部分的平均激活值</translation>
    </message>
    <message>
        <source>mean by class</source>
        <translation>按类别平均</translation>
    </message>
    <message>
        <source>mean by third</source>
        <translation>三等分平均</translation>
    </message>
    <message>
        <source>middle y</source>
        <translation>中y</translation>
    </message>
    <message>
        <source>training data over the selected unit</source>
        <translation>训练数据叠在选中的单元上</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>{} layers are one</source>
        <translation>{}层等于一层</translation>
    </message>
    <message>
        <source>{} linear layers do what one does</source>
        <translation>{}个线性层只相当于一个</translation>
    </message>
    <message>
        <source>{} pieces</source>
        <translation>{}段</translation>
    </message>
    <message>
        <source>ŷ has {} straight pieces</source>
        <translation>ŷ由{}段直线组成</translation>
    </message>
    <message>
        <source>ŷ is 1 straight piece</source>
        <translation>ŷ由1段直线组成</translation>
    </message>
</context>
<context>
    <name>UpdatePage</name>
    <message>
        <source>Both are the same: one step against the gradient.</source>
        <translation>两者相同：沿负梯度方向走一步。</translation>
    </message>
    <message>
        <source>Click a weight or a bias to see its update worked out, number by number.</source>
        <translation>点击一个权重或偏置，看它的更新怎样逐个数算出来。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>It is frozen: it stays as it is, whatever the gradient says.</source>
        <translation>它已冻结：不管梯度是多少，它都不变。</translation>
    </message>
    <message>
        <source>The gradient is 0, yet it moves: by what the optimiser remembers.</source>
        <translation>梯度为0，它却还在动：靠的是优化器的记忆。</translation>
    </message>
    <message>
        <source>The step goes against the plain one: what the optimiser remembers outweighs this gradient.</source>
        <translation>这一步与普通梯度下降的方向相反：优化器的记忆压过了当前梯度。</translation>
    </message>
    <message>
        <source>The step is too small to change a number of this size.</source>
        <translation>这一步太小，改变不了这么大的数。</translation>
    </message>
    <message>
        <source>The step is {} of the plain one.</source>
        <translation>这一步是普通梯度下降一步的{}倍。</translation>
    </message>
    <message>
        <source>The step is {} times as long as the plain one.</source>
        <translation>这一步是普通梯度下降一步的{}倍。</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>恢复训练</translation>
    </message>
    <message>
        <source>What the optimiser did</source>
        <translation>优化器做了什么</translation>
    </message>
    <message>
        <source>after</source>
        <translation>更新后</translation>
    </message>
    <message>
        <source>before</source>
        <translation>更新前</translation>
    </message>
    <message>
        <source>step</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>step made</source>
        <translation>实际更新量</translation>
    </message>
    <message>
        <source>{0} · bias of {1}</source>
        <translation>{0} · {1}的偏置</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>Worksheet</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Activations of {layer}</source>
        <translation>{layer}的激活值</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Error signals of {layer}</source>
        <translation>{layer}的误差信号</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Gradients of {layer}</source>
        <translation>{layer}的梯度</translation>
    </message>
    <message>
        <source>Keep all digits while you calculate. Write four decimals; of a number below 0.05 three digits that count, and of an updated parameter enough for its change to be seen.</source>
        <translation>计算时保留所有位数。结果写四位小数；小于0.05的写三位有效数字；更新后的参数写到能看出变化为止。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Left out here: {names}.</source>
        <translation>这里略去：{names}。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>No. {student}</source>
        <translation>第{student}份</translation>
    </message>
    <message>
        <source>Parameters of {layer} after the update</source>
        <translation>更新后{layer}的参数</translation>
    </message>
    <message>
        <source>Pre-activations of {layer}</source>
        <translation>{layer}的净输入</translation>
    </message>
    <message>
        <source>The network with the numbers that are given</source>
        <translation>标有已知数的网络图</translation>
    </message>
    <message>
        <source>Work out one update of this network. Its batch is the one example that is given.</source>
        <translation>手算这个网络的一次更新：这一批只有给出的这一个样本。</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>练习单</translation>
    </message>
    <message>
        <source>a layer of {units} is too wide to be worked out by hand: at most {most}</source>
        <translation>一层有{units}个单元，太宽，无法手算：最多{most}个</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活（Dropout）</translation>
    </message>
    <message>
        <source>knocked out, their activation and error signal are 0</source>
        <translation>已关闭，其激活值和误差信号为0</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>惩罚项</translation>
    </message>
    <message>
        <source>the clipping of gradients</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>two students would have the same numbers: nothing is drawn by chance</source>
        <translation>两名学生会得到相同的数：没有任何数是随机抽取的</translation>
    </message>
    <message>
        <source>{loss} ({scale})</source>
        <translation>{loss}（{scale}）</translation>
    </message>
    <message>
        <source>{parameters} parameters are too many to be worked out by hand: at most {most}</source>
        <translation>{parameters}个参数太多，无法手算：最多{most}个</translation>
    </message>
    <message>
        <source>{place} are not finite</source>
        <translation>{place}不是有限数</translation>
    </message>
    <message>
        <source>{title}, no. {student}</source>
        <translation>{title}，第{student}份</translation>
    </message>
    <message>
        <source>{what}: {how}</source>
        <translation>{what}：{how}</translation>
    </message>
</context>
</TS>
