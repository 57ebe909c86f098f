from nnviz.ui.names.layers import layer_in_words, layer_name, short_layer_name


def test_a_layer_has_one_name_at_each_length():
    layers = range(4)
    assert [layer_name(layer, 3) for layer in layers] == ["input", "hidden 1", "hidden 2", "output"]
    assert [short_layer_name(layer, 3) for layer in layers] == ["in", "1", "2", "out"]
    told = ["the input", "hidden layer 1", "hidden layer 2", "the output layer"]
    assert [layer_in_words(layer, 3) for layer in layers] == told
