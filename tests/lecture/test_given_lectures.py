import pytest
from msgspec import Struct
from msgspec.structs import replace

from nnviz.lecture.claims import Trial
from nnviz.lecture.files import find, load, named_lectures
from nnviz.lecture.values import Words

LECTURES = {name: load(find(name)) for name in named_lectures()}
SLIDES = LECTURES["hidden-layers"].scenes
SCENES = {f"{name}/{scene.id}": scene for name, lecture in LECTURES.items() for scene in lecture.scenes}
MOST_WORDS, MOST_CHARACTERS = 14, 30
TITLES = """
1 Today's question | 今天的问题
2 From one boundary to features | 从一条边界到特征
3 One hidden layer changes the story | 一个隐藏层改变一切
4 Why modern AI still depends on this | 为什么现代AI仍然依赖它
5 From boundary to representation | 从边界到表示
6 XOR is the reminder | 异或问题的提醒
7 Layer by layer | 逐层计算
8 Why activation changes everything | 激活函数为何如此关键
9 The forward pass builds the answer | 前向传播得出答案
10 Hidden units are learned features | 隐藏单元是学到的特征
11 Output layers follow the task | 输出层取决于任务
12 Backpropagation in one picture | 一图看懂反向传播
13 The chain rule in plain language | 用大白话讲链式法则
14 Credit assignment is the hard part | 难点在于贡献度分配
15 Training is a repeated cycle | 训练是反复的循环
16 Gradient signals must survive the trip | 梯度信号要能走完全程
17 Why saturation slows learning | 饱和为何拖慢学习
18 Generalisation is the real target | 泛化才是真正的目标
19 Not only for classification | 不只是分类
20 Validation and early stopping | 验证与早停
21 Architecture and optimisation | 结构与优化是两个问题
22 A debugging order that saves time | 省时间的排错顺序
23 What useful features feel like | 有用的特征是什么样的
24 Width and depth help differently | 宽度与深度的作用不同
25 More layers do not cancel bad data | 层数再多也救不了坏数据
26 Two myths about backpropagation | 关于反向传播的两个误解
27 Fragility is not failure | 脆弱不等于失败
28 Useful representation is the target | 有用的表示才是目标
29 Why AI3 and NN3 belong together | AI3与NN3为何相连
30 Why NN4 follows | 为什么接下来是NN4
31 What later lectures add | 后续课程的内容
32 Summary | 小结
"""


def texts_of(value):
    """Every text in a scene, or in a part of one."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts_of(getattr(value, name))


def test_there_is_a_scene_for_each_slide_in_their_order():
    titles = [f"{scene.slide} {scene.title.en} | {scene.title.zh}" for scene in SLIDES]
    assert titles == TITLES.strip().splitlines()


def test_a_lecture_takes_as_long_as_it_is_said_to():
    assert 85 <= LECTURES["hidden-layers"].minutes <= 95
    assert LECTURES["backprop-by-hand"].minutes == 15


def test_enough_is_asked_before_it_is_shown_and_nearly_all_is_claimed():
    assert sum(bool(scene.asks) for scene in SLIDES) >= 14
    assert sum(bool(scene.claims) for scene in SLIDES) >= 28


def test_every_number_by_hand_is_asked_before_it_is_shown():
    for scene in LECTURES["backprop-by-hand"].scenes:
        assert {ask.before for ask in scene.asks} == set(range(2, len(scene.cues) + 1)), scene.id


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_a_scene_is_given_in_both_languages_and_read_from_the_back_row(scene):
    for words in texts_of(scene):
        assert bool(words.en) == bool(words.zh), words
    for cue in scene.cues:
        assert len(cue.say.en.split()) <= MOST_WORDS or "=" in cue.say.en, cue.say.en
        assert len(cue.say.zh) <= MOST_CHARACTERS or "=" in cue.say.zh, cue.say.zh
    assert 2 <= len(scene.cues) <= 6
    assert any(cue.notes.en for cue in scene.cues), "whoever speaks wants to know what to ask"
    assert bool(scene.claims) != bool(scene.why.en), "where there is no claim, it is said why"


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_what_a_scene_claims_holds(scene):
    lecture = replace(LECTURES["hidden-layers"], scenes=(scene,))
    trial = Trial(lecture)
    for _ in trial.run():
        pass
    verdicts = list(trial.verdicts())
    assert len(verdicts) == len(scene.claims)
    assert [verdict for verdict in verdicts if not verdict.holds] == []
