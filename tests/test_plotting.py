"""Figures show what they are given, also without color, and need no chapter module."""

from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
import scipy.special

import course_lib.plotting as plotting

X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])


OR = np.array([[0.0, 1.0, 1.0, 1.0]])


@pytest.fixture(autouse=True)
def _no_window():
    with mpl.rc_context():
        plt.switch_backend("agg")
        yield
        plt.close("all")


@pytest.fixture
def ax():
    return plotting.subplots()


def test_no_other_module_of_the_course_is_imported():
    assert "course_lib" not in Path(plotting.__file__).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "draw",
    [
        lambda ax: plotting.curves(ax, [0, 1], {"a": [0, 1]}, "x", "y"),
        lambda ax: plotting.learning_curves(ax, {"a": [1.0, 0.5]}),
        lambda ax: plotting.descent(ax, np.square, [1.0, 0.5], 2.0, "steps"),
        lambda ax: plotting.sigmoid_halves(ax, scipy.special.expit),
        lambda ax: plotting.scatter(ax, X, OR),
        lambda ax: plotting.boundary(ax, -1.0, 0.5, "line"),
        lambda ax: plotting.decision_regions(ax, lambda points: points[:1]),
        lambda ax: plotting.class_regions(ax, lambda points: points.argmax(axis=0), (-1.0, 1.0)),
        lambda ax: plotting.images(ax, np.eye(4), ["a", "b", "c", "d"], columns=2),
        lambda ax: plotting.residuals(ax, [0, 1], [0.5, 0.5], "example"),
        lambda ax: plotting.bars(ax, {"a": [1, 2]}, ["x", "y"], "height"),
        lambda ax: plotting.graph(ax, {"a": (0, 0, "a"), "b": (1, 0, "b")}, {("a", "b"): "w"}),
        lambda ax: plotting.layers(ax, [["a", "b"], ["c"]], ["in", "out"]),
        lambda ax: plotting.matrices(ax, [("W", OR)]),
        lambda ax: plotting.mark(ax, 0.0, 0.0, "here"),
        lambda ax: plotting.plain_ticks(ax),
        lambda ax: plotting.loss_surface(ax, lambda w: (w**2).sum(axis=0), {"a": [[1, 0], [1, 0]]}),
        lambda ax: plotting.by_label(ax, [0, 1], [1, 0], [0, 1], "x", "y"),
        lambda ax: plotting.reliability(ax, [0.2, 0.8], [10, 10], [3, 7]),
        lambda ax: plotting.piles(ax, [[-1.0, 2.0]], [[0, 1]], [0.5]),
        lambda ax: plotting.kink_lines(ax, [[1.0, 0.0], [0.0, 0.0]], [[0.5], [1.0]]),
        lambda ax: plotting.templates(ax, np.eye(4), ["a", "b", "c", "d"]),
        lambda ax: plotting.confidence(ax, lambda points: points * [[1], [-1]], (-1.0, 1.0)),
        lambda ax: plotting.weighted_network(ax, [["a", "b"], ["c"]], [[[1.0, 2.0]]]),
    ],
)
def test_a_figure_draws_on_the_given_axes_and_returns_them(ax, draw):
    assert draw(ax) is ax
    ax.figure.canvas.draw()


def test_curves_differ_without_color(ax):
    plotting.curves(ax, [0, 1], {name: [0, k] for k, name in enumerate("abcd")}, "x", "y")
    assert len({line.get_linestyle() for line in ax.get_lines()}) == 4


CONCEPTS = ["sigmoid", "tanh", "ReLU", "leaky ReLU", "cross-entropy", "squared error", "train",
    "validation", "test", "Bayes", "forward", "backward", "label 0", "label 1"]  # fmt: skip


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("others", [[], ["something"], ["loss", "more", "less"]])
def test_a_concept_looks_the_same_in_every_figure(concept, others):
    alone = plotting.looks([concept])[0]
    assert plotting.looks([*others, concept])[-1] == alone
    assert plotting.looks([f"{concept}, seed 3", *others])[0] == alone
    assert alone["color"] not in [look["color"] for look in plotting.looks([concept, *others])[1:]]


@pytest.mark.parametrize(
    "together",
    [
        CONCEPTS[:4],
        ["cross-entropy", "squared error", "absolute error"],
        ["train", "validation", "test", "Bayes"],
        ["forward", "backward"],
        ["label 0", "label 1", "a", "b"],
        ["ReLU, He", "ReLU, Xavier", "ReLU, tiny"],
        list("abcdef"),
    ],
)
def test_what_is_compared_differs_without_color(together):
    dashes = [str(look["linestyle"]) for look in plotting.looks(together)]
    assert len(set(dashes)) == len(together)


def test_curves_of_other_things_do_not_take_the_colors_of_classes():
    inks = {look["color"] for look in plotting.looks(list("abcdefgh"))}
    assert not inks & {plotting.BLUE, plotting.ORANGE}


def test_curves_drawn_later_do_not_repeat_those_that_are_there(ax):
    plotting.curves(ax, [0, 1], {"a": [0, 1]}, "x", "y")
    plotting.curves(ax, [0, 1], {"b": [0, 2]}, "x", "y")
    first, second = ax.get_lines()
    assert first.get_linestyle() != second.get_linestyle()
    assert first.get_color() != second.get_color()


@pytest.mark.parametrize(
    ("limits", "shown"),
    [((0.35, 0.75), {"0.4", "0.5", "0.6", "0.7"}), ((0.9, 150.0), {"1", "10", "100"}),
     ((1e-9, 1.0), {"$10^{-8}$", "1"})],
)  # fmt: skip
def test_ticks_of_a_log_axis_are_plain_numbers(ax, limits, shown):
    ax.set(yscale="log", ylim=limits)
    plotting.plain_ticks(ax)
    ax.figure.canvas.draw()
    ticks = ax.yaxis.get_majorticklabels() + ax.yaxis.get_minorticklabels()
    texts = {label.get_text() for label in ticks}
    assert shown <= texts
    assert not any("times" in text for text in texts)


def test_the_curve_of_a_label_has_the_color_of_its_class(ax):
    plotting.sigmoid_halves(ax, scipy.special.expit, complement=True)
    assert [line.get_color() for line in ax.get_lines()[:2]] == [plotting.ORANGE, plotting.BLUE]


def overlap(one, other):
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def test_a_loss_surface_names_each_path_beside_it(ax):
    paths = {
        "raw": [[2.0, 0.4, 0.1], [1.0, -0.5, 0.1]],
        "standard": [[-2.0, -1.0, 0.1], [1, 0.5, 0.1]],
    }
    plotting.loss_surface(ax, lambda w: w[:1] ** 2 + 4 * w[1:] ** 2, paths)
    ax.figure.canvas.draw()
    names = [text for text in ax.texts if text.get_text() in paths]
    assert len(names) == 2
    assert not overlap(*(name.get_window_extent() for name in names))
    drawn = [line.get_xydata().T.tolist() for line in ax.get_lines()[::2]]
    np.testing.assert_allclose(drawn, list(paths.values()))


def test_the_contours_of_a_loss_surface_are_those_of_the_cost(ax):
    plotting.loss_surface(ax, lambda w: (w**2).sum(axis=0), {"a": [[1, 0], [1, 0]]})
    (contours,) = (part for part in ax.collections if hasattr(part, "levels"))
    for level, path in zip(contours.levels, contours.get_paths(), strict=True):
        corners = path.vertices[path.codes != path.CLOSEPOLY]
        np.testing.assert_allclose((corners**2).sum(axis=1), level, rtol=0.05, atol=2e-3)


def test_bars_differ_without_color(ax):
    plotting.bars(ax, {name: [1] for name in "abcd"}, ["x"], "height")
    assert len({bar.get_hatch() for bar in ax.patches}) == 4


def test_classes_differ_in_their_marker(ax):
    plotting.scatter(ax, X, OR)
    dots, crosses = ax.collections
    assert len(dots.get_offsets()) == 1
    assert len(crosses.get_offsets()) == 3
    assert len(dots.get_paths()[0].vertices) != len(crosses.get_paths()[0].vertices)


def test_the_two_regions_differ_in_their_hatch(ax):
    plotting.decision_regions(ax, lambda points: points[:1])
    assert ax.collections[0].hatches == ["", "///"]


def test_the_region_of_label_1_lies_where_the_probability_is_high(ax):
    plotting.decision_regions(ax, lambda points: scipy.special.expit(10 * (points[:1] - 0.5)))
    _, boundary = ax.collections
    np.testing.assert_allclose(boundary.get_paths()[0].vertices[:, 0], 0.5, atol=1e-6)


def test_the_boundary_is_the_line_and_keeps_the_limits(ax):
    ax.set(xlim=(-1, 2), ylim=(-1, 1))
    plotting.boundary(ax, 2.0, -1.0, "line")
    (line,) = ax.get_lines()
    np.testing.assert_allclose(line.get_ydata(), 2.0 * np.asarray(line.get_xdata()) - 1.0)
    assert (ax.get_xlim(), ax.get_ylim()) == ((-1, 2), (-1, 1))


def test_the_sigmoid_drawn_is_the_function_given(ax):
    plotting.sigmoid_halves(ax, lambda z: np.full_like(z, 0.25), complement=True)
    ours, complement = ax.get_lines()[:2]
    assert set(ours.get_ydata()) == {0.25}
    assert set(complement.get_ydata()) == {0.75}


def test_every_node_of_a_layer_is_joined_to_every_node_of_the_next(ax):
    plotting.layers(ax, [["a", "b"], ["c", "d", "e"], ["f"]])
    arrows = [text for text in ax.texts if getattr(text, "arrow_patch", None) is not None]
    assert len(ax.patches) == 6
    assert len(arrows) == 2 * 3 + 3 * 1


def test_a_graph_shows_values_and_gradients(ax):
    nodes = {"a": (0, 0, "a"), "b": (1, 0, "b")}
    plotting.graph(ax, nodes, {("a", "b"): ""}, values={"a": "5"}, gradients={"b": "-2"})
    assert {"5", "-2"} <= {text.get_text() for text in ax.texts}


def test_a_matrix_shows_its_entries_and_its_shape(ax):
    plotting.matrices(ax, [("X", X), "+", ("b*", OR)])
    shown = [text.get_text() for text in ax.texts]
    assert {"X", "(2, 4)", "+", "b", "repeated"} <= set(shown)
    assert len(ax.patches) == 8 + 4


def test_a_learning_curve_starts_at_epoch_0_on_a_log_axis(ax):
    plotting.learning_curves(ax, {"cost": [1.0, 0.5, 0.25]})
    assert ax.get_lines()[0].get_xdata().tolist() == [0, 1, 2]
    assert ax.get_yscale() == "log"


def test_a_figure_is_opaque_white_so_that_it_reads_on_a_dark_page(ax):
    assert mpl.colors.to_hex(ax.figure.get_facecolor()) == "#ffffff"


def test_four_classes_differ_without_color(ax):
    plotting.scatter(ax, X, np.arange(4))
    shapes = {dots.get_paths()[0].vertices.tobytes() for dots in ax.collections}
    assert len(shapes) == 4


def test_each_image_stands_upright_under_its_title(ax):
    X_images = np.zeros((4, 2))
    X_images[0, 1] = 1.0  # second image: black at the top left
    plotting.images(ax, X_images, ["first", "second"])
    second = ax.get_images()[1]
    assert second.get_array().tolist() == [[1.0, 0.0], [0.0, 0.0]]
    assert second.origin == "upper"
    assert second.get_extent()[0] > ax.get_images()[0].get_extent()[1]


def test_a_band_reaches_from_the_smallest_to_the_largest_run(ax):
    plotting.bands(ax, [0, 1], {"runs": [[1.0, 4.0], [3.0, 6.0]]}, "x", "y")
    (line,), (band,) = ax.get_lines(), ax.collections
    assert line.get_ydata().tolist() == [2.0, 5.0]
    assert {tuple(corner) for corner in band.get_paths()[0].vertices} == {
        (0, 1),
        (0, 3),
        (1, 4),
        (1, 6),
    }


def test_a_label_has_its_color_and_marker_wherever_it_is_drawn(ax):
    plotting.residuals(ax, [0, 1], [0.5, 0.5], "example")
    dots, crosses = ax.collections[1:]
    assert dots.get_offsets().tolist() == [[1, 0]]
    assert crosses.get_offsets().tolist() == [[2, 1]]
    (bars,) = ax.get_lines()
    assert bars.get_color() == "black"
    one, zero = plotting.by_label(plotting.subplots(), [0, 1], [1, 0], [0, 1], "", "").get_lines()
    assert (one.get_color(), zero.get_color()) == (plotting.ORANGE, plotting.BLUE)
    p, complement = plotting.sigmoid_halves(
        plotting.subplots(), scipy.special.expit, complement=True
    ).get_lines()[:2]
    assert (p.get_color(), complement.get_color()) == (plotting.ORANGE, plotting.BLUE)


def test_reliability_draws_shares_and_the_error_of_a_true_probability(ax):
    plotting.reliability(ax, [0.2, 0.5], [16, 100], [4, 50])
    (points, _, (bars,)) = ax.containers[0]
    np.testing.assert_allclose(points.get_xydata(), [[0.2, 0.25], [0.5, 0.5]])
    np.testing.assert_allclose(bars.get_segments()[0][:, 1], [0.15, 0.35])
    np.testing.assert_allclose(bars.get_segments()[1][:, 1], [0.45, 0.55])


def test_a_pile_is_as_high_as_its_examples_are_many_and_a_threshold_parts_their_logits(ax):
    plotting.piles(ax, [[-1.2, -1.7, -1.4, 3.0]], [[0, 0, 1, 1]], [0.2])
    zeros, ones = (piled.get_offsets().tolist() for piled in ax.collections)
    assert zeros == [[-1.5, -0.6], [-1.5, -1.6]]
    assert ones == [[-1.5, 0.6], [3.5, 0.6]]
    assert scipy.special.expit(ax.get_lines()[0].get_xdata()[0]) == pytest.approx(0.2)


def test_the_line_of_a_unit_is_where_its_logit_is_0_and_the_limits_stay(ax):
    ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5))
    W, b = np.array([[4.0, 4.0], [1.0, 0.0]]), np.array([[-2.0], [-0.5]])
    plotting.unit_lines(ax, W, b, ["first", "second"])
    for line, w, bias in zip(ax.get_lines(), W, b[:, 0], strict=True):
        np.testing.assert_allclose(w @ np.array(line.get_data()) + bias, 0.0, atol=1e-12)
    assert {"first", "second"} <= {text.get_text() for text in ax.texts}
    assert (ax.get_xlim(), ax.get_ylim()) == ((-0.5, 1.5), (-0.5, 1.5))


def test_an_arrow_points_to_the_side_where_the_unit_says_yes(ax):
    ax.set(xlim=(0, 1), ylim=(0, 1))
    plotting.unit_lines(ax, [[0.0, -3.0]], [1.0])
    (arrow,) = [text for text in ax.texts if getattr(text, "arrow_patch", None) is not None]
    assert arrow.xy[1] < arrow.xyann[1]
    assert arrow.xyann[1] == pytest.approx(1 / 3)


def test_each_node_shows_its_value_and_its_gradient_and_each_weight_its_number(ax):
    columns = [[("x", 1.0, None)], [("z", 0.5, 0.25)], [("a", 0.622, -0.125)]]
    plotting.two_way(ax, columns, [[[0.5]], None], ["in", "sum", "out"])
    shown = [text.get_text() for text in ax.texts]
    assert {"x", "1", "z", "0.500", "0.250", "a", "0.622", "−0.125", "in", "sum"} <= set(shown)
    assert "0.5" in shown
    assert len(ax.patches) == 3


def network(ax, **options):
    """Draw two inputs, two hidden nodes with their activations, one output."""
    columns = [["x1", "x2"], ["z1", "z2"], ["a1", "a2"], ["u"]]
    weights = [[[0.5, 0.25], [-1.0, 2.0]], None, [[3.0, 4.0]]]
    return plotting.weighted_network(ax, columns, weights, **options)


def test_each_arrow_of_a_network_carries_its_weight(ax):
    network(ax)
    assert {"0.5", "0.25", "\N{MINUS SIGN}1", "2", "3", "4"} <= {
        text.get_text() for text in ax.texts
    }
    arrows = [text for text in ax.texts if getattr(text, "arrow_patch", None) is not None]
    assert len(arrows) == 4 + 2 + 2
    places = [text.get_position() for text in ax.texts if text.get_text() in ("0.5", "0.25")]
    assert places[0][1] > places[1][1]  # both end at the upper node, the first starts higher


def test_a_network_shows_values_biases_and_gradients_beside_their_nodes(ax):
    network(ax, values=[[7, 8]], biases=[(), [9, -9]], gradients=[(), (), [0.12345, -0.0001]])
    height = {text.get_text(): text.get_position()[1] for text in ax.texts}
    assert height["7"] > height["x1"] > height["8"] > height["x2"]
    assert height["9"] < height["z1"]
    assert height["0.123"] < height["a1"]
    assert "0" in height  # and never -0


def test_new_weights_are_bold_and_silent_nodes_dashed(ax):
    before = [[[0.5, 0.25], [-1.0, 1.0]], None, [[3.0, 4.0]]]
    network(ax, before=before, silent={(1, 1)})
    bold = [text.get_text() for text in ax.texts if text.get_fontweight() == "bold"]
    assert bold == ["2"]
    assert [node.get_linestyle() for node in ax.patches].count("--") == 1


def test_a_kink_line_is_where_the_unit_is_0_and_keeps_the_limits(ax):
    ax.set(xlim=(-1, 1), ylim=(-2, 2))
    plotting.kink_lines(ax, [[2.0, -1.0], [1.0, 0.0]], [[0.5], [0.25]])
    slanted, upright = (line.get_xydata() for line in ax.get_lines())
    np.testing.assert_allclose(slanted @ [2.0, -1.0] + 0.5, 0, atol=1e-9)
    np.testing.assert_allclose(upright[:, 0], -0.25)
    assert (ax.get_xlim(), ax.get_ylim()) == ((-1, 1), (-2, 2))


def test_templates_share_one_scale_with_gray_at_0(ax):
    plotting.templates(ax, [[1.0, -3.0, 0.0, 2.0], [0.0, 0.0, 0.0, 1.0]], ["a", "b"])
    assert {image.get_clim() for image in ax.get_images()} == {(-3.0, 3.0)}
    assert ax.get_images()[0].get_array().tolist() == [[1.0, -3.0], [0.0, 2.0]]


def test_a_line_of_confidence_is_where_the_largest_probability_has_its_value(ax):
    def probabilities(points):
        p = scipy.special.expit(points[0])
        return np.vstack([p, 1 - p])

    plotting.confidence(ax, probabilities, (-3.0, 3.0), levels=[0.9])
    vertices = ax.collections[0].get_paths()[0].vertices
    np.testing.assert_allclose(np.abs(vertices[:, 0]), np.log(9), atol=1e-3)


def test_a_map_shows_the_lowest_place_and_paths_that_differ_without_color(ax):
    paths = {name: [[0.0, 1.0], [0.0, k]] for k, name in enumerate("ab")}
    limits = (-2.0, 3.0), (-2.0, 2.0)
    plotting.loss_surface(ax, lambda w: (w[0] - 1) ** 2 + w[1] ** 2, paths, limits)
    rings = ax.collections[0].get_paths()
    inner = next(ring.vertices for ring in rings if len(ring.vertices))
    np.testing.assert_allclose(inner.mean(axis=0), [1.0, 0.0], atol=0.02)
    assert len({(line.get_linestyle(), line.get_marker()) for line in ax.get_lines()[::2]}) == 2


def test_numbers_of_a_matrix_stay_in_their_cells(ax):
    plotting.matrices(
        ax, [("A", np.array([[-0.0599, 0.0811], [1e-5, 2.0]])), "=", ("B", np.eye(2))]
    )
    ax.figure.set_size_inches(plotting.LEAST_WIDTH[ax] / 72, 2.0)  # as on a phone
    ax.figure.canvas.draw()
    cells = [patch.get_window_extent() for patch in ax.patches]
    for text in ax.texts:
        box = text.get_window_extent()
        around = [cell for cell in cells if cell.contains(*box.get_points().mean(axis=0))]
        assert all(cell.x0 <= box.x0 and box.x1 <= cell.x1 for cell in around), text.get_text()
