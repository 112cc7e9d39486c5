"""The district's desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.tables

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table('files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('media_type', sa.String(length=300), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('made_at', db.tables.UtcDateTime(timezone=True), nullable=False),
    sa.Column('kept', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_files'))
    )
    with op.batch_alter_table('files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_files_made_at'), ['made_at'], unique=False)

    op.create_table('living_messages',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('about', sa.String(length=300), nullable=False),
    sa.Column('channel', sa.String(length=300), nullable=False),
    sa.Column('address', sa.String(length=300), nullable=False),
    sa.Column('message_key', sa.String(length=300), nullable=False),
    sa.Column('shown', sa.Text(), nullable=False),
    sa.Column('changed_at', db.tables.UtcDateTime(timezone=True), nullable=False),
    sa.Column('ends_at', db.tables.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_living_messages')),
    sa.UniqueConstraint('channel', 'message_key', name=op.f('uq_living_messages_channel'))
    )
    with op.batch_alter_table('living_messages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_living_messages_about'), ['about'], unique=False)

    op.create_table('broadcasts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('files', sa.JSON(), nullable=False),
    sa.Column('audience', sa.JSON(), nullable=False),
    sa.Column('made_at', db.tables.UtcDateTime(timezone=True), nullable=False),
    sa.Column('send_at', db.tables.UtcDateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=300), nullable=False),
    sa.Column('settled_at', db.tables.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaigns.id'], name=op.f('fk_broadcasts_campaign_id_campaigns')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_broadcasts_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcasts'))
    )
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.create_index('ix_broadcasts_state', ['state', 'send_at'], unique=False)

    op.create_table('occasions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('place', sa.String(length=300), nullable=False),
    sa.Column('made_at', db.tables.UtcDateTime(timezone=True), nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=True),
    sa.Column('removed_at', db.tables.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaigns.id'], name=op.f('fk_occasions_campaign_id_campaigns')),
    sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_occasions_made_by_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occasions'))
    )
    op.create_table('polls',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('campaign_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('kind', sa.String(length=300), nullable=False),
    sa.Column('options', sa.JSON(), nullable=False),
    sa.Column('audience', sa.JSON(), nullable=False),
    sa.Column('asked_at', db.tables.UtcDateTime(timezone=True), nullable=False),
    sa.Column('closed_at', db.tables.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaigns.id'], name=op.f('fk_polls_campaign_id_campaigns')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_polls_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_polls'))
    )
    op.create_table('poll_answers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('poll_id', sa.Integer(), nullable=False),
    sa.Column('school_id', sa.Integer(), nullable=False),
    sa.Column('value', sa.Text(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('at', db.tables.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_poll_answers_person_id_people')),
    sa.ForeignKeyConstraint(['poll_id'], ['polls.id'], name=op.f('fk_poll_answers_poll_id_polls')),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_poll_answers_school_id_schools')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_poll_answers')),
    sa.UniqueConstraint('poll_id', 'school_id', name=op.f('uq_poll_answers_poll_id'))
    )
    with op.batch_alter_table('poll_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_poll_answers_poll_id'), ['poll_id'], unique=False)

    op.create_table('receipts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('broadcast_id', sa.Integer(), nullable=False),
    sa.Column('school_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('room_id', sa.Integer(), nullable=True),
    sa.Column('state', sa.String(length=300), nullable=False),
    sa.Column('why', sa.String(length=300), nullable=False),
    sa.Column('sent_at', db.tables.UtcDateTime(timezone=True), nullable=True),
    sa.Column('acknowledged_at', db.tables.UtcDateTime(timezone=True), nullable=True),
    sa.Column('acknowledged_by', sa.Integer(), nullable=True),
    sa.Column('nudges', sa.Integer(), nullable=False),
    sa.Column('nudged_at', db.tables.UtcDateTime(timezone=True), nullable=True),
    sa.Column('escalated', sa.String(length=300), nullable=False),
    sa.ForeignKeyConstraint(['acknowledged_by'], ['people.id'], name=op.f('fk_receipts_acknowledged_by_people')),
    sa.ForeignKeyConstraint(['broadcast_id'], ['broadcasts.id'], name=op.f('fk_receipts_broadcast_id_broadcasts')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_receipts_person_id_people')),
    sa.ForeignKeyConstraint(['room_id'], ['rooms.id'], name=op.f('fk_receipts_room_id_rooms')),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_receipts_school_id_schools')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_receipts'))
    )
    with op.batch_alter_table('receipts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_receipts_broadcast_id'), ['broadcast_id'], unique=False)

    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.add_column(sa.Column('signature', sa.String(length=300), server_default='', nullable=False))
        batch_op.add_column(sa.Column('contact', sa.String(length=300), server_default='', nullable=False))

    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.add_column(sa.Column('files', sa.JSON(), server_default='[]', nullable=False))

    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.add_column(sa.Column('result_at', db.tables.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('result_by', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_reviews_result_by_people'), 'people', ['result_by'], ['id'])

    with op.batch_alter_table('rooms', schema=None) as batch_op:
        batch_op.add_column(sa.Column('audience', sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column('tied_at', db.tables.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('tied_by', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_rooms_tied_by_people'), 'people', ['tied_by'], ['id'])

    with op.batch_alter_table('schools', schema=None) as batch_op:
        batch_op.add_column(sa.Column('commune', sa.String(length=300), server_default='', nullable=False))

    with op.batch_alter_table('web_messages', schema=None) as batch_op:
        batch_op.add_column(sa.Column('files', sa.JSON(), server_default='[]', nullable=False))

    # The assistant leaves a group that nobody ties within a day: those that it was in before have that day too.
    op.execute(sa.text("UPDATE rooms SET entered_at = CURRENT_TIMESTAMP WHERE left_at IS NULL"))

    # The rows that were there have got their value; new ones get theirs from the code.
    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.alter_column('signature', server_default=None)
        batch_op.alter_column('contact', server_default=None)

    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.alter_column('files', server_default=None)

    with op.batch_alter_table('schools', schema=None) as batch_op:
        batch_op.alter_column('commune', server_default=None)

    with op.batch_alter_table('web_messages', schema=None) as batch_op:
        batch_op.alter_column('files', server_default=None)




def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table('web_messages', schema=None) as batch_op:
        batch_op.drop_column('files')

    with op.batch_alter_table('schools', schema=None) as batch_op:
        batch_op.drop_column('commune')

    with op.batch_alter_table('rooms', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_rooms_tied_by_people'), type_='foreignkey')
        batch_op.drop_column('tied_by')
        batch_op.drop_column('tied_at')
        batch_op.drop_column('audience')

    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_reviews_result_by_people'), type_='foreignkey')
        batch_op.drop_column('result_by')
        batch_op.drop_column('result_at')

    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.drop_column('files')

    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.drop_column('contact')
        batch_op.drop_column('signature')

    with op.batch_alter_table('receipts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_receipts_broadcast_id'))

    op.drop_table('receipts')
    with op.batch_alter_table('poll_answers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_poll_answers_poll_id'))

    op.drop_table('poll_answers')
    op.drop_table('polls')
    op.drop_table('occasions')
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.drop_index('ix_broadcasts_state')

    op.drop_table('broadcasts')
    with op.batch_alter_table('living_messages', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_living_messages_about'))

    op.drop_table('living_messages')
    with op.batch_alter_table('files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_files_made_at'))

    op.drop_table('files')
