"""Tests of the data sets."""

import sys

import numpy as np
import pytest

from course_lib import datasets

SYNTHETIC = ["blobs", "circles", "moons", "noisy_xor", "spirals"]


@pytest.mark.parametrize(("name", "labels"), [("or", [0, 1, 1, 1]), ("and", [0, 0, 0, 1])])
def test_gate_columns_are_in_counting_order(name, labels):
    X, Y = datasets.gate(name)
    np.testing.assert_array_equal(X, [[0, 0, 1, 1], [0, 1, 0, 1]])
    np.testing.assert_array_equal(Y, [labels])


def test_an_unknown_gate_is_refused():
    with pytest.raises(ValueError, match=r"^name must be one of 'or', 'and', 'xor', got 'nand'$"):
        datasets.gate("nand")


def test_gates_are_new_arrays_each_time():
    datasets.gate("or")[0][:] = 9.0
    assert datasets.gate("or")[0].max() == 1.0


@pytest.mark.parametrize("name", SYNTHETIC)
def test_synthetic_sets_have_columns_and_both_labels(name):
    X, Y = getattr(datasets, name)(m=37)
    assert (X.shape, Y.shape) == ((2, 37), (1, 37))
    assert set(np.unique(Y)) == {0.0, 1.0}


@pytest.mark.parametrize("name", SYNTHETIC)
def test_the_same_seed_gives_the_same_data(name):
    make = getattr(datasets, name)
    np.testing.assert_array_equal(make(seed=3)[0], make(seed=3)[0])
    assert not np.array_equal(make(seed=3)[0], make(seed=4)[0])


@pytest.mark.parametrize("name", SYNTHETIC)
def test_negative_noise_is_refused(name):
    with pytest.raises(ValueError, match=r"^noise must be at least 0, got -1\.0$"):
        getattr(datasets, name)(noise=-1.0)


@pytest.mark.parametrize("scale", [1e200, 1.0, 1e-200, 5e-324])
def test_standardize_works_at_every_magnitude(scale):
    X = np.array([[1.0, -1.0, 3.0]])
    np.testing.assert_allclose(datasets.standardize(X * scale), [[0.0, -(1.5**0.5), 1.5**0.5]])


@pytest.mark.parametrize("value", [0.1, 14.62, 1e8 / 3.0, 1e200, 1e-200])
def test_a_feature_that_never_changes_becomes_exactly_0(value):
    assert (datasets.standardize(np.full((1, 1000), value)) == 0.0).all()


def test_standardize_matches_scikit_learn():
    from sklearn.preprocessing import StandardScaler

    X, _ = datasets.breast_cancer()
    expected = StandardScaler().fit_transform(X.T).T
    np.testing.assert_allclose(datasets.standardize(X), expected, atol=1e-10)


def test_split_keeps_every_pair_once():
    X = np.arange(10.0)[np.newaxis]
    X_train, Y_train, X_test, Y_test = datasets.split(X, 2 * X, test_fraction=0.3)
    assert X_test.shape == (1, 3)
    np.testing.assert_array_equal(np.sort(np.hstack([X_train, X_test])), X)
    np.testing.assert_array_equal(np.hstack([Y_train, Y_test]), 2 * np.hstack([X_train, X_test]))


def test_malignant_tumors_have_label_one():
    from sklearn.datasets import load_breast_cancer

    _, Y = datasets.breast_cancer()
    bunch = load_breast_cancer()
    np.testing.assert_array_equal(Y[0] == 1, bunch.target_names[bunch.target] == "malignant")


def test_without_scikit_learn_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(ImportError, match="pip install scikit-learn"):
        datasets.digits()
