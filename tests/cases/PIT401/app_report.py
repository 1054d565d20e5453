# why: sections of a report, one of them with a None; the concat is in the report's build().
import pandas as pd


class Section:
    def frame(self):
        raise NotImplementedError


class Totals(Section):
    def __init__(self, amounts):
        self.amounts = amounts

    def frame(self):
        return pd.DataFrame({"what": ["total"], "amount": [sum(self.amounts) / len(self.amounts)]})


class Missing(Section):
    def frame(self):
        return pd.DataFrame({"what": ["missing"], "amount": [None]})


class Report:
    def __init__(self):
        self.sections = []

    def add(self, section):
        self.sections.append(section)
        return self

    def build(self):
        return pd.concat([s.frame() for s in self.sections], ignore_index=True)  # expect: PIT401


report = Report().add(Totals([1.5, 2.5])).add(Missing())
print(report.build())
