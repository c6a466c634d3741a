"""What Alembic runs: the steps that are due, in one transaction of the connection it is given."""

from alembic import context

from game.store.schema import metadata

# SQLite can undo a changed table like any other change, so a step that fails leaves no trace.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
