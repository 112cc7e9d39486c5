"""Every table, each column saying what it is for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware when it goes in, aware and UTC when it comes out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its time zone: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None if dialect.name == "sqlite" else UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back, which SQLite forgets."""
        return value if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """What the tables share: named constraints, so that migrations can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, str: String(300), dict[str, Any]: JSON, list[Any]: JSON}


class School(Base):
    """A school of the district, whether it is reviewed this year or not."""

    __tablename__ = "schools"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    """As in the plan: `TH Tứ Cường`."""
    level: Mapped[str]
    """MN, TH, THCS, THPT or GDTX: decides the circular."""
    commune: Mapped[str] = mapped_column(default="")
    """The commune that it lies in, where the office looks after several: `Xã Thanh Miện`; empty where nobody said."""


class Campaign(Base):
    """A managing office's year: its name, the circulars in force, the deadline of the reports."""

    __tablename__ = "campaigns"
    id: Mapped[int] = mapped_column(primary_key=True)
    school_year: Mapped[str] = mapped_column(unique=True)
    """`2017-2018`."""
    office_name: Mapped[str]
    """What the managing office is called in every message."""
    office_rank: Mapped[str]
    """district, commune, communes or province."""
    circulars: Mapped[dict[str, Any]]
    """School level to circular: `{"TH": "tt42-2012"}`."""
    report_deadline: Mapped[date | None]
    begins: Mapped[date]
    ends: Mapped[date]
    """No reminder of this year goes out after this day."""
    known_since: Mapped[date]
    """The day the plan was put in: silence is counted from here at the earliest."""
    signature: Mapped[str] = mapped_column(default="")
    """The line under what the office sends: `KT. Trưởng phòng, Phó Trưởng phòng Nguyễn Văn A`."""
    contact: Mapped[str] = mapped_column(default="")
    """Whom to call about accreditation, and where."""
    reviews: Mapped[list[Review]] = relationship(back_populates="campaign", order_by="Review.id")


class Review(Base):
    """A school's part in a campaign: its review month, and what came of it."""

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("campaign_id", "school_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"))
    month: Mapped[date | None]
    """The first day of the review month; None where the school is not reviewed this year."""
    note: Mapped[str] = mapped_column(default="")
    result: Mapped[str | None]
    """What the review found, as said: `cấp độ 2`; a school with a result is not reminded of its review."""
    result_at: Mapped[datetime | None]
    """When the result was put in."""
    result_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    campaign: Mapped[Campaign] = relationship(back_populates="reviews")
    school: Mapped[School] = relationship()


class Person(Base):
    """Somebody who joined, whatever channels they use."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    """principal, deputy, officer or viewer."""
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"))
    """The own school of a principal or deputy."""
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    school: Mapped[School | None] = relationship()
    addresses: Mapped[list[Address]] = relationship(back_populates="person")


class Address(Base):
    """Where somebody speaks from on one channel, and where the conversation there stands."""

    __tablename__ = "addresses"
    __table_args__ = (UniqueConstraint("channel", "address"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    address: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    heard_at: Mapped[datetime]
    """When it last spoke: reminders go to the address used last."""
    gone_at: Mapped[datetime | None]
    """When the platform said that nothing arrives here any more."""
    then: Mapped[str | None]
    """The handler that hears the next plain words."""
    subject: Mapped[str | None]
    """The id of what was last talked about: `tt42-2012/th/3.5`; a follow-up refers to it."""
    offered: Mapped[list[Any]] = mapped_column(default=list)
    """The words of the choices last offered, for channels without buttons."""
    draft: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What waits for a confirmation."""
    person: Mapped[Person | None] = relationship(back_populates="addresses")


class Room(Base):
    """A group that the assistant is in."""

    __tablename__ = "rooms"
    __table_args__ = (UniqueConstraint("channel", "room"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    room: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    entered_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    audience: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """Whom the group stands for: `{"levels": ["MN"]}`, `{"everyone": true}`; None where nobody tied it."""
    tied_at: Mapped[datetime | None]
    tied_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Invite(Base):
    """A one-time join code, kept as a hash."""

    __tablename__ = "invites"
    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"))
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """Whom it adds a channel for; None where it makes a new person."""
    school: Mapped[School | None] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])


class WrongCode(Base):
    """A join code that did not fit: five in ten minutes, and the address waits."""

    __tablename__ = "wrong_codes"
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    address: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]


class Recording(Base):
    """One message that reported progress; taken back as a whole."""

    __tablename__ = "recordings"
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    said: Mapped[str] = mapped_column(Text)
    """The words of the report, or what was pressed."""
    channel: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)
    """The key of the message on its channel."""
    taken_back_at: Mapped[datetime | None]
    taken_back_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    events: Mapped[list[ProgressEvent]] = relationship(back_populates="recording", order_by="ProgressEvent.id")
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class ProgressEvent(Base):
    """One reported change, append-only; the present state is read from these."""

    __tablename__ = "progress_events"
    id: Mapped[int] = mapped_column(primary_key=True)
    recording_id: Mapped[int] = mapped_column(ForeignKey("recordings.id"), index=True)
    target: Mapped[str]
    """`1.1`, `4`, `1.1/b` or `milestone:report`."""
    status: Mapped[str | None]
    percent: Mapped[int | None]
    rating: Mapped[str | None]
    recording: Mapped[Recording] = relationship(back_populates="events")


class Reminder(Base):
    """One reminder that the rules ask for, or that somebody asked to have again."""

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("campaign_id", "school_id", "kind", "day"),
        Index("ix_reminders_waiting", "state", "due_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"))
    kind: Mapped[str]
    """`review-30`, `report-7`, `silence`, `again`."""
    day: Mapped[date]
    """The day that the rule names."""
    due_at: Mapped[datetime]
    """When it may be sent: held to the next good hour."""
    state: Mapped[str] = mapped_column(default="waiting")
    """waiting, sent, needless (nothing lacked, or nobody to tell) or replaced (the plan changed)."""
    settled_at: Mapped[datetime | None]
    letter_key: Mapped[str | None]
    """The letter that carried it; several reminders may share one."""
    noted_at: Mapped[datetime | None]
    """When the person pressed "Đã nắm"."""
    school: Mapped[School] = relationship()
    campaign: Mapped[Campaign] = relationship()


class Letter(Base):
    """The outbox: whatever must reach somebody who is not in this very conversation."""

    __tablename__ = "letters"
    __table_args__ = (
        Index("ix_letters_waiting", "state", "not_before"),
        Index("ix_letters_message_key", "channel", "message_key"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    """What it is about, so that the same cause writes one letter."""
    kind: Mapped[str]
    channel: Mapped[str]
    address: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"))
    text: Mapped[str] = mapped_column(Text)
    choices: Mapped[list[Any]]
    """`[[label, words], …]`."""
    files: Mapped[list[Any]] = mapped_column(default=list)
    """The ids of the stored files that go with it."""
    recording_id: Mapped[int | None] = mapped_column(ForeignKey("recordings.id"))
    """The report that it confirms, so that an answer to it can take it back."""
    written_at: Mapped[datetime]
    not_before: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="waiting")
    """waiting, sending, sent, failed, replaced (a newer letter says it) or cancelled."""
    lease_until: Mapped[datetime | None]
    """While sending: when another carrier may take it, the first having died."""
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(default="")
    sent_at: Mapped[datetime | None]
    message_key: Mapped[str | None]


class Heard(Base):
    """A message acted on: delivered again, it gets the same answer and changes nothing."""

    __tablename__ = "heard"
    __table_args__ = (UniqueConstraint("channel", "key"), Index("ix_heard_spoken_at", "spoken_at", "at"))
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    key: Mapped[str]
    at: Mapped[datetime]
    goes_to: Mapped[str]
    """Where the answer goes: the address, or the room."""
    reply: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """The answer, until it has been spoken."""
    spoken_at: Mapped[datetime | None]


class Confirmation(Base):
    """Which of our messages confirmed which recording: an answer to it takes that one back."""

    __tablename__ = "confirmations"
    __table_args__ = (UniqueConstraint("channel", "message_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    message_key: Mapped[str]
    recording_id: Mapped[int] = mapped_column(ForeignKey("recordings.id"))


class WebMessage(Base):
    """The web chat's transcript, so that a reload shows what was said."""

    __tablename__ = "web_messages"
    __table_args__ = (Index("ix_web_messages_address", "address", "revision"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str]
    kind: Mapped[str]
    """in or out."""
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str] = mapped_column(Text)
    choices: Mapped[list[Any]] = mapped_column(default=list)
    files: Mapped[list[Any]] = mapped_column(default=list)
    """The ids of the stored files shown with it."""
    at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(index=True)
    """Grows with every new or changed message: the page asks for what is after the last it has."""


class Question(Base):
    """A question that found no good answer, or not the one that was meant, kept for the office."""

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_waiting", "settled_at", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    asked: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    channel: Mapped[str]
    address: Mapped[str]
    room: Mapped[str | None]
    """The group that it was asked in; None in a private chat."""
    level: Mapped[str | None]
    nearest: Mapped[list[Any]]
    shown: Mapped[str | None]
    """The id of the answer that the asker said was not meant; None where there was no answer."""
    passed_on_at: Mapped[datetime | None]
    """When the asker pressed "ask the office"."""
    settled_at: Mapped[datetime | None]
    """When the office answered it or laid it aside."""
    taught: Mapped[int | None]
    """The number of the taught entry that answers it; None where it was laid aside."""
    person: Mapped[Person | None] = relationship()


class Taught(Base):
    """One wording of an answer that the office gave; an edit adds a row and ends the one before: all is kept."""

    __tablename__ = "taught"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(index=True)
    """`3` of `taught/3`: the same for every wording of an entry."""
    question: Mapped[str] = mapped_column(Text)
    """As everybody sees it: without the name of a school."""
    asked_as: Mapped[list[Any]]
    """In which words it was asked: searched, never shown."""
    answer: Mapped[str] = mapped_column(Text)
    level: Mapped[str | None]
    """The school level that it holds for; None for all."""
    office: Mapped[str]
    """Who signs: `Phòng GD&ĐT Thanh Miện`."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """Which officer wrote it; not shown."""
    channel: Mapped[str]
    key: Mapped[str]
    """The officer's message that first gave the answer: one edited there is edited here."""
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    """When a newer wording took its place, or it was removed."""
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Audit(Base):
    """What officers and the clock changed: who, when, what, before and after."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    action: Mapped[str]
    subject: Mapped[str]
    before: Mapped[str] = mapped_column(default="")
    after: Mapped[str] = mapped_column(default="")
    person: Mapped[Person | None] = relationship()


class StoredFile(Base):
    """A file that goes out with an answer or a letter: a picture, a table, what an officer attached."""

    __tablename__ = "files"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    """As the receiver sees it: `tien-do-2017-10-02.xlsx`."""
    media_type: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(index=True)
    kept: Mapped[bool] = mapped_column(default=False)
    """Whether it outlives its month: what a person attached does, what we drew ourselves does not."""


class LivingMessage(Base):
    """A message of ours that is changed in place while what it speaks of changes."""

    __tablename__ = "living_messages"
    __table_args__ = (UniqueConstraint("channel", "message_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(index=True)
    """`broadcast:12`, `poll:3`: who renders it, and which."""
    channel: Mapped[str]
    address: Mapped[str]
    message_key: Mapped[str]
    shown: Mapped[str] = mapped_column(Text)
    """What it says at present."""
    changed_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    """After this it is left as it stands."""


class Broadcast(Base):
    """One announcement of the office, from its preview to its last receipt."""

    __tablename__ = "broadcasts"
    __table_args__ = (Index("ix_broadcasts_state", "state", "send_at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    """The officer whose announcement it is."""
    text: Mapped[str] = mapped_column(Text)
    files: Mapped[list[Any]] = mapped_column(default=list)
    audience: Mapped[dict[str, Any]]
    """`{"everyone": …, "levels": […], "month": …, "lacking": …, "schools": […], "rooms": […]}`, as confirmed."""
    made_at: Mapped[datetime]
    send_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="waiting")
    """draft (shown, not confirmed), dropped, waiting (for its time), sending, sent or cancelled."""
    settled_at: Mapped[datetime | None]
    receipts: Mapped[list[Receipt]] = relationship(back_populates="broadcast", order_by="Receipt.id")


class Receipt(Base):
    """One recipient of an announcement: a school's speaker, a school nobody has joined for, or a group."""

    __tablename__ = "receipts"
    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), index=True)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    room_id: Mapped[int | None] = mapped_column(ForeignKey("rooms.id"))
    state: Mapped[str] = mapped_column(default="waiting")
    """waiting, sent, acknowledged, failed or cancelled."""
    why: Mapped[str] = mapped_column(default="")
    """Why it failed, in Vietnamese."""
    sent_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    nudges: Mapped[int] = mapped_column(default=0)
    """How often it was reminded."""
    nudged_at: Mapped[datetime | None]
    escalated: Mapped[str] = mapped_column(default="")
    """Who was told of the silence so far: deputy, officer, or nobody."""
    broadcast: Mapped[Broadcast] = relationship(back_populates="receipts")
    school: Mapped[School | None] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    room: Mapped[Room | None] = relationship()


class Poll(Base):
    """A quick question of the office to every school: a number, yes or no, a choice, or a word."""

    __tablename__ = "polls"
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    question: Mapped[str] = mapped_column(Text)
    kind: Mapped[str]
    """number, yes_no, choice or word."""
    options: Mapped[list[Any]] = mapped_column(default=list)
    """The answers of a choice."""
    audience: Mapped[dict[str, Any]]
    asked_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    answers: Mapped[list[PollAnswer]] = relationship(back_populates="poll", order_by="PollAnswer.id")


class PollAnswer(Base):
    """What one school answered, or that it has not yet; an answer given again replaces the one before."""

    __tablename__ = "poll_answers"
    __table_args__ = (UniqueConstraint("poll_id", "school_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), index=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"))
    value: Mapped[str | None] = mapped_column(Text)
    """As shown: `12`, `Có`, `Đã họp`; None while the school is silent."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime | None]
    poll: Mapped[Poll] = relationship(back_populates="answers")
    school: Mapped[School] = relationship()


class Occasion(Base):
    """Something in the year's calendar that is not a review: a training, a conference."""

    __tablename__ = "occasions"
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"))
    name: Mapped[str]
    day: Mapped[date]
    place: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    removed_at: Mapped[datetime | None]


class Note(Base):
    """Small things that must survive a restart: the demonstration's clock, the cookie's secret."""

    __tablename__ = "notes"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Text)
