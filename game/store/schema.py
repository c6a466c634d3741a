"""The tables of the records. A change here needs a migration beside it: see `migrations`.

Ids are UUIDs as text, so that the records of many computers go into one database. Times are seconds
since 1970. A learner of NULL is the guest, who gave no name.
"""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)

# "Dngl": tells our files from other databases (PRAGMA application_id).
APPLICATION: Final = 0x446E676C
# The last migration; the version row of a database names the one that it has.
NEWEST: Final = "0001"
KNOWN: Final = (NEWEST,)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)


def _id() -> "Column[str]":
    return Column("id", String(36), primary_key=True)


def _owner() -> "Column[str]":
    key = ForeignKey("learners.id", ondelete="CASCADE")
    return Column("learner", String(36), key, nullable=True)


learners = Table(
    "learners",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("portrait", Text, nullable=False),
    Column("seen", Text, nullable=False),  # a JSON list: what was shown once
    Column("came", Float, nullable=False),
    Column("changed", Float, nullable=False),  # of two names the newer one counts
)

# What this computer remembers: who practised last, and what the guest was shown.
remembered = Table(
    "remembered",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

plays = Table(
    "plays",
    metadata,
    _id(),
    _owner(),
    Column("case", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("header", Text, nullable=False),  # JSON, as the chain of the inputs begins with it
    Column("head", Text, nullable=False),  # the last link of the chain
    Column("inputs", Integer, nullable=False),  # how many there are
    Column("turns", Integer, nullable=False),
    Column("began", Float, nullable=False),
    Column("touched", Float, nullable=False),
    Column("ended", Boolean, nullable=False),
    # Why it is not offered any more ("older", "damaged"); what it became `follows` it.
    Column("aside", Text, nullable=False, server_default=text("''")),
    Column("follows", String(36), nullable=True),
    # What a finished play came to; NULL where that is still to be worked out.
    Column("ending", Text, nullable=False, server_default=text("''")),
    Column("passed", Boolean, nullable=True),
    Column("summary", Text, nullable=True),  # JSON, all that a list shows
    Index("ix_plays_listed", "learner", "ended", "touched"),
)

# Append-only: a rewind is one more row. Only deleting the play deletes them.
inputs = Table(
    "inputs",
    metadata,
    Column("play", String(36), ForeignKey("plays.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),  # from 1
    Column("entry", Text, nullable=False),  # JSON
    Column("chain", Text, nullable=False),
    sqlite_with_rowid=False,
)

scorecards = Table(
    "scorecards",
    metadata,
    _id(),
    Column("play", String(36), ForeignKey("plays.id", ondelete="CASCADE"), nullable=False),
    # "today" is the path that was gone to its end, "first" the one before the first rewind.
    Column("path", Text, nullable=False),
    Column("resolution", Integer, nullable=True),  # 0 to 100, NULL where not judged
    Column("empathy", Integer, nullable=True),
    Column("gratitude", Integer, nullable=True),
    Column("handled", Float, nullable=False),  # 0 to 1
    Column("resolved", Float, nullable=False),
    Column("passed", Boolean, nullable=False),
    Index("ix_scorecards_play", "play", "path", unique=True),
)

findings = Table(
    "findings",
    metadata,
    _id(),
    Column(
        "scorecard", String(36), ForeignKey("scorecards.id", ondelete="CASCADE"), nullable=False
    ),
    Column("number", Integer, nullable=False),  # from 1, in the order of the scorecard
    Column("axis", Text, nullable=False),
    Column("points", Integer, nullable=False),
    Column("of", Integer, nullable=True),
    Column("turn", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("reason_values", Text, nullable=False),  # JSON, pairs of name and value
    Column("remark", Text, nullable=False),
    Column("better", Text, nullable=True),
    Column("kind", Text, nullable=True),
    Index("ix_findings_scorecard", "scorecard", "number", unique=True),
)

plans = Table(
    "plans",
    metadata,
    _id(),
    _owner(),
    Column("case", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("then", Text, nullable=False),
    Column("day", Text, nullable=False),  # ISO date, as are the days it was asked about
    Column("asked", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("made", Float, nullable=False),
    Index("ix_plans_learner", "learner", "made"),
)

# Alembic's own table, as Alembic makes it.
version = Table(
    "alembic_version",
    MetaData(naming_convention={"pk": "alembic_version_pkc"}),
    Column("version_num", String(32), primary_key=True),
)
