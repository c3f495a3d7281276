"""The commands: where each lives, and its line in the root help. A module is imported when its command is called."""

from dataclasses import dataclass

from smartgoal.errors import N_


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lives (module and function of the same name) and its line in the root help."""

    module: str
    summary: str


COMMANDS = {
    "new": Entry("new", N_("Set a goal: the wizard, or flags for what you know already.")),
    "check": Entry("check", N_("Check plan files or goals against the five SMART criteria.")),
    "show": Entry("show", N_("Show a plan on the screen.")),
    "export": Entry("export", N_("Write a plan as a document: Markdown, plain text or a calendar.")),
    "import": Entry("import_", N_("Read exported statistics: what was found, point A, history.")),
    "forecast": Entry("forecast", N_("Estimate how likely a target is, from the account's own history.")),
    "budget": Entry("budget", N_("Do the advertising sums: what a target costs, what a budget buys.")),
    "steps": Entry("steps", N_("Propose 3–4 steps for a plan, or check those it has.")),
    "edit": Entry("edit", N_("Change a saved plan through the same questions.")),
    "log": Entry("log", N_("Check in: note today's number or read the next export.")),
    "status": Entry("status", N_("Show where every goal stands and what needs attention.")),
    "report": Entry("report", N_("Write the month's report for each client.")),
    "close": Entry("close", N_("Finish a goal: the result on a five-step scale and a lesson.")),
    "examples": Entry("examples", N_("Show the lesson's six example goals to adapt.")),
    "explain": Entry("explain", N_("Explain a rule, a metric or a category.")),
    "schema": Entry("schema", N_("Print the JSON Schema of the plan file.")),
}
