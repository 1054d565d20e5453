"""Who takes a pattern: functions, methods and keywords, and who surely takes plain text. Sources stand beside each group."""

from __future__ import annotations

import re
from typing import NamedTuple

WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Sink(NamedTuple):
    """Which argument is a pattern: its position from 0 (-1: none), its keywords, and the position of the flags (-1: none)."""

    position: int
    keywords: tuple[str, ...]
    flags: int = -1


def _engine(name: str) -> dict[str, Sink]:
    """The functions of `re` (library reference, "re") and of modules made to its measure."""
    plain = Sink(0, ("pattern",), 2)
    found = {
        f"{name}.{function}": plain for function in ("search", "match", "fullmatch", "prefixmatch", "findall", "finditer", "splititer")
    }
    found[f"{name}.compile"] = found[f"{name}.template"] = Sink(0, ("pattern",), 1)
    found[f"{name}.split"] = Sink(0, ("pattern",), 3)
    found |= {f"{name}.{function}": Sink(0, ("pattern",), 4) for function in ("sub", "subn", "subf", "subfn")}
    return found


ENGINES = ("re", "regex", "regex.regex", "re2", "tre", "pcre2", "sre_compile", "re._compiler")
ESCAPES = frozenset(f"{name}.escape" for name in ENGINES)
VERBOSE = frozenset(f"{name}.{flag}" for name in (*ENGINES, *(f"{name}.RegexFlag" for name in ENGINES)) for flag in ("X", "VERBOSE"))
VERBOSE_BIT = 64  # int(re.VERBOSE)

_FIELD = Sink(-1, ("pattern", "regex"))
_FIRST_REGEX = Sink(0, ("regex",))

FUNCTIONS: dict[str, Sink] = {
    **{name: sink for engine in ENGINES for name, sink in _engine(engine).items()},
    # Django: docs, "URL dispatcher", "Validators", "Form fields"
    "django.urls.re_path": Sink(0, ("route",)),
    "django.conf.urls.url": _FIRST_REGEX,
    "django.utils.regex_helper._lazy_re_compile": Sink(0, ("regex",), 1),
    "django.core.validators.RegexValidator": _FIRST_REGEX,
    "django.forms.RegexField": _FIRST_REGEX,
    "django.forms.fields.RegexField": _FIRST_REGEX,
    "rest_framework.serializers.RegexField": _FIRST_REGEX,
    "rest_framework.fields.RegexField": _FIRST_REGEX,
    # pydantic: "Fields", "Types"; `regex=` is pydantic 1's name
    **{f"pydantic.{name}": _FIELD for name in ("Field", "constr", "conbytes", "StringConstraints", "fields.Field", "types.constr")},
    "pydantic.types.StringConstraints": _FIELD,
    "sqlmodel.Field": _FIELD,
    # FastAPI: "Query Parameters and String Validations"
    **{f"fastapi.{name}": _FIELD for name in ("Query", "Path", "Body", "Header", "Cookie", "Form", "File")},
    **{f"fastapi.params.{name}": _FIELD for name in ("Query", "Path", "Body", "Header", "Cookie", "Form", "File")},
    "msgspec.Meta": Sink(-1, ("pattern",)),
    "attr.validators.matches_re": Sink(0, ("regex",), 1),
    "attrs.validators.matches_re": Sink(0, ("regex",), 1),
    "marshmallow.validate.Regexp": Sink(0, ("regex",), 1),
    "wtforms.validators.Regexp": Sink(0, ("regex",), 1),
    "wtforms.validators.regexp": Sink(0, ("regex",), 1),
    "voluptuous.Match": Sink(0, ("pattern",)),
    "schema.Regex": Sink(0, ("pattern_str",), 1),
    # pytest: "How to write and report assertions": match is given to re.search
    "pytest.raises": Sink(-1, ("match",)),
    "pytest.warns": Sink(-1, ("match",)),
    "pytest.deprecated_call": Sink(-1, ("match",)),
    "pytest.RaisesExc": Sink(-1, ("match",)),
    "pytest.RaisesGroup": Sink(-1, ("match",)),
    "warnings.filterwarnings": Sink(1, ("message", "module")),
    "hypothesis.strategies.from_regex": _FIRST_REGEX,
    "tornado.web.url": Sink(0, ("pattern",)),
    "tornado.web.URLSpec": Sink(0, ("pattern",)),
    "tornado.routing.URLSpec": Sink(0, ("pattern",)),
    "tornado.routing.PathMatches": Sink(0, ("path_pattern",)),
    "tornado.routing.HostMatches": Sink(0, ("host_pattern",)),
    "pyparsing.Regex": Sink(0, ("pattern",), 1),
    "nltk.tokenize.RegexpTokenizer": Sink(0, ("pattern",)),
    "nltk.RegexpTokenizer": Sink(0, ("pattern",)),
    "nltk.tokenize.regexp_tokenize": Sink(1, ("pattern",)),
    "telegram.ext.filters.Regex": Sink(0, ("pattern",)),
    "telegram.ext.CallbackQueryHandler": Sink(-1, ("pattern",)),
    "telethon.events.NewMessage": Sink(-1, ("pattern",)),
    "pyrogram.filters.regex": Sink(0, ("pattern",), 1),
    "slack_bolt.App.message": Sink(0, ("keyword",)),
    "pyspark.sql.functions.regexp_replace": Sink(1, ("pattern",)),
    "pyspark.sql.functions.regexp_extract": Sink(1, ("pattern",)),
    "pyspark.sql.functions.rlike": Sink(1, ("regexp",)),
    "pyspark.sql.functions.split": Sink(1, ("pattern",)),
    **{
        f"sklearn.feature_extraction.text.{name}": Sink(-1, ("token_pattern",))
        for name in ("CountVectorizer", "TfidfVectorizer", "HashingVectorizer")
    },
    "scrapy.linkextractors.LinkExtractor": Sink(0, ("allow", "deny", "allow_domains")),
}
# `re.Scanner` takes pairs of a pattern and what to do with it.
LEXICONS = frozenset({"re.Scanner", "regex.Scanner"})

# On any object: names that mean this and nothing else (unittest; pyspark and polars columns; SQLAlchemy "ColumnOperators").
METHODS: dict[str, Sink] = {
    "assertRegex": Sink(1, ("expected_regex",)),
    "assertNotRegex": Sink(1, ("unexpected_regex",)),
    "assertRegexpMatches": Sink(1, ("expected_regex",)),
    "assertRaisesRegex": Sink(1, ("expected_regex",)),
    "assertRaisesRegexp": Sink(1, ("expected_regex",)),
    "assertWarnsRegex": Sink(1, ("expected_regex",)),
    "rlike": Sink(0, ()),
    "regexp_match": Sink(0, ("pattern",)),
    "regexp_replace": Sink(0, ("pattern",)),
    "regexp_matches": Sink(0, ("pattern",)),
    "extract_all": Sink(0, ("pattern",)),
    "count_matches": Sink(0, ("pattern",)),
}
# On `.str` of a Series or Index (pandas user guide, "Working with text data"): flags by position; whether `regex=` must be said.
STRING_METHODS: dict[str, tuple[Sink, str]] = {
    "contains": (Sink(0, ("pat", "pattern"), 2), "unless False"),
    "match": (Sink(0, ("pat",), 2), "always"),
    "fullmatch": (Sink(0, ("pat",), 2), "always"),
    "extract": (Sink(0, ("pat", "pattern"), 1), "always"),
    "extractall": (Sink(0, ("pat",), 1), "always"),
    "findall": (Sink(0, ("pat",), 1), "always"),
    "count": (Sink(0, ("pat",), 1), "always"),
    "split": (Sink(0, ("pat",)), "unless False"),
    "replace": (Sink(0, ("pat", "pattern"), 4), "if True"),
    "replace_all": (Sink(0, ("pattern",)), "unless literal"),
}
# Keywords that say it, whoever is called; the second group may also name a glob, so it is a hint and no proof.
REGEX_KEYWORDS = frozenset({"regex", "regexp", "expected_regex", "url_regex", "regex_pattern", "regexp_pattern"})
HINT_KEYWORDS = frozenset({"pattern", "match_pattern", "re_pattern", "allow_re", "reg", "rx", "expr"})
# Django lookups: `filter(name__regex=…)`.
LOOKUPS = ("__regex", "__iregex")
HINT_WORDS = frozenset({"regex", "regexp", "pattern", "patterns", "re", "rx", "regexes", "regexps", "pat", "rgx"})
# Besides those, a value of such a name is made for patterns, so that its special characters are meant.
PART_WORDS = frozenset(
    [
        "expr",
        "expression",
        "expressions",
        "exp",
        "alternatives",
        "alternation",
        "alternations",
        "choices",
        "any",
        "group",
        "groups",
        "class",
        "classes",
        "charset",
        "escaped",
        "quoted",
        "sep",
        "separator",
        "delim",
        "delimiter",
        "quantifier",
        "part",
        "parts",
        "piece",
        "pieces",
        "fragment",
        "fragments",
        "atom",
        "atoms",
        "glob",
        "mask",
        "flags",
        "syntax",
        "grammar",
        "token",
        "tokens",
        "lookahead",
        "lookbehind",
        "body",
    ]
)

# Who surely takes plain text: builtins and modules by name, methods by theirs, keywords by theirs.
TEXT_FUNCTIONS = frozenset(
    {
        *(f"builtins.{name}" for name in ("print", "open", "input", "len", "exec", "eval", "compile", "hash")),
        *(f"builtins.{name}" for name in ("ord", "int", "float", "getattr", "setattr", "hasattr", "repr")),
        *ESCAPES,
        "glob.glob", "glob.iglob", "fnmatch.fnmatch", "fnmatch.fnmatchcase", "fnmatch.filter", "fnmatch.translate",
        "os.system", "os.path.join", "os.makedirs", "os.mkdir", "os.remove", "os.path.exists",
        "warnings.warn", "textwrap.dedent", "textwrap.fill", "sys.exit", "html.escape", "shlex.split", "shlex.quote",
        "json.loads", "string.Template", "sqlalchemy.text", "click.echo", "datetime.datetime.strptime", "time.strptime", "time.strftime",
        "subprocess.run", "subprocess.call", "subprocess.check_output", "subprocess.check_call", "subprocess.Popen",
    }
)  # fmt: skip
TEXT_MODULES = ("pathlib.", "logging.", "matplotlib.", "sympy.", "IPython.", "rich.", "tkinter.")
TEXT_METHODS = frozenset(
    {
        "debug", "info", "warning", "warn", "error", "critical", "exception", "log", "write", "writelines", "writerow",
        "startswith", "endswith", "split", "rsplit", "replace", "find", "rfind", "index", "rindex", "partition", "rpartition",
        "removeprefix", "removesuffix", "execute", "executemany", "executescript", "glob", "rglob", "joinpath", "with_name", "with_suffix",
        "set_title", "set_xlabel", "set_ylabel", "set_label", "annotate", "legend", "suptitle", "xlabel", "ylabel", "title",
        "strftime", "strptime", "send", "sendall", "encode_text", "print", "echo", "fail", "skipTest", "get_text", "heading",
    }
)  # fmt: skip
LOGGERS = frozenset({"debug", "info", "warning", "error", "critical", "exception", "write", "writelines", "startswith", "endswith"})
TEXT_KEYWORDS = frozenset(
    {
        "help",
        "description",
        "epilog",
        "usage",
        "metavar",
        "message",
        "msg",
        "title",
        "label",
        "file",
        "filename",
        "path",
        "url",
        "glob",
        "doc",
        "text",
        "fmt",
        "format",
    }
)
# Methods of str that give a text made of this one; True: the text goes on as it is built.
TEXT_TO_TEXT = frozenset(
    {
        "strip",
        "lstrip",
        "rstrip",
        "lower",
        "upper",
        "casefold",
        "format",
        "format_map",
        "encode",
        "expandtabs",
        "removeprefix",
        "removesuffix",
        "replace",
        "join",
        "__add__",
        "__mod__",
    }
)


def says_pattern(name: str) -> bool:
    """Whether a name holds a word that means pattern: `DATE_RE`, `datePattern`; a glob's name does not."""
    words = {word.lower() for word in WORDS.findall(name)}
    return not words.isdisjoint(HINT_WORDS) and "glob" not in words


def is_part_name(name: str) -> bool:
    """Whether a name says that its value is a pattern or a part of one."""
    return says_pattern(name) or not PART_WORDS.isdisjoint(word.lower() for word in WORDS.findall(name))


def compiles(name: str) -> bool:
    """Whether a function's name says that its first argument is compiled as a pattern: `Regex`, `lazy_re_compile`."""
    words = {word.lower() for word in WORDS.findall(name)}
    return words in ({"regex"}, {"regexp"}, {"reg", "exp"}) or ("compile" in words and not words.isdisjoint({"re", "regex", "regexp"}))
