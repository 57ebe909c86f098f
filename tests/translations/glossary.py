"""One word for one thing: how terms are called in Chinese, and how they are not."""

from typing import NamedTuple


class Term(NamedTuple):
    """A word of the field.

    Attributes:
        english: As it stands in the texts, in small letters.
        chinese: What it is called; of several, each where it fits.
        never: Words that mean the same elsewhere and are not used here.
        always: Whether every English text with the word has one of the Chinese ones. Of an everyday word, such as
            "forward", or one that is also a field's name, it has not.
    """

    english: str
    chinese: tuple[str, ...]
    never: tuple[str, ...] = ()
    always: bool = True


GLOSSARY = (
    Term("hidden layer", ("隐藏层",), ("隐层",)),
    Term("output layer", ("输出层",)),
    Term("unit", ("单元",), ("神经元",), always=False),
    Term("weight", ("权重",), ("权值",), always=False),
    Term("bias", ("偏置",), ("偏差", "阈值"), always=False),
    Term("parameter", ("参数",)),
    Term("pre-activation", ("净输入",)),
    Term("activation function", ("激活函数",), ("激励函数",)),
    Term("forward", ("前向",), ("正向传播",), always=False),
    Term("backward", ("反向",), ("后向传播",), always=False),
    Term("backpropagation", ("反向传播",)),
    Term("loss", ("损失",), ("代价",), always=False),
    Term("cross-entropy", ("交叉熵",)),
    Term("error signal", ("误差信号",), ("误差项",)),
    Term("gradient", ("梯度",)),
    Term("slope", ("斜率",), always=False),
    Term("chain rule", ("链式法则",)),
    Term("update", ("更新",), always=False),
    Term("learning rate", ("学习率",)),
    Term("momentum", ("动量",)),
    Term("examples", ("样本",), ("例子",), always=False),
    Term("batch", ("批",), always=False),
    Term("iteration", ("迭代",), always=False),
    Term("epoch", ("轮",), ("时代",), always=False),
    Term("training part", ("训练集",)),
    Term("validation", ("验证",)),
    Term("noise", ("噪声",), ("噪音",), always=False),
    Term("standardis", ("标准化",), ("归一化",)),
    Term("penalty", ("惩罚",)),
    Term("early stopping", ("早停",), ("提前终止", "提前停止")),
    Term("patience", ("耐心",), always=False),
    Term("overfitting", ("过拟合",)),
    Term("generalis", ("泛化",)),
    Term("saturat", ("饱和",)),
    Term("vanish", ("消失",)),
    Term("dead unit", ("失活单元",), ("死神经元",)),
    Term("seed", ("种子",), always=False),
    Term("decision boundary", ("决策边界",)),
    Term("hidden space", ("隐藏空间",)),
    Term("representation", ("表示",), ("表征",)),
    Term("linear collapse", ("线性坍缩",)),
    Term("accuracy", ("准确率",), ("精度",)),
    Term("confusion matrix", ("混淆矩阵",)),
    Term("recall", ("召回率",)),
    Term("residual", ("残差",)),
    Term("regression", ("回归",)),
    Term("frozen", ("冻结",), always=False),
    Term("undo", ("撤销",)),
    Term("panel", ("面板",), always=False),
    Term("present", ("放映", "当前", "现在", "目前", "此时"), (), always=False),
    Term("console", ("演讲者视图",)),
    Term("twin", ("对照",)),
    Term("seed sheet", ("种子对比图",)),
    Term("deliberate fault", ("故意设置的错误",)),
    Term("landscape", ("损失曲面",)),
)
