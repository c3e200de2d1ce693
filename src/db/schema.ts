/** The tables as kysely sees them; `migrations/` is the source, this is its mirror. */
import type { ColumnType, Generated } from 'kysely'

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>
type Json = ColumnType<unknown, string, string>

export interface Schema {
  settings: { key: string; value: Json }
  sequences: {
    id: string
    slug: string
    published_revision_id: Nullable<string>
    paused_at: Nullable<Date>
    opened_at: Nullable<Date>
    created_at: Date
  }
  articles: {
    id: string
    source: string
    article: Json
    split: Json
    version: number
    sequence_id: Nullable<string>
    changed: ColumnType<unknown, string | null | undefined, string | null>
    changed_source: Nullable<string>
    brought_at: Date
    brought_by: string
    updated_at: Date
    updated_by: string
  }
  revisions: {
    id: string
    sequence_id: string
    number: number
    title: string
    description: string
    every_days: number
    weekdays: number[]
    send_time: string
    first_lesson: 'immediately' | 'next_send_time'
    sender_name: string
    language: Generated<string>
    accent: Generated<string>
    threading: Generated<'separate' | 'conversation'>
    pace_choice: Generated<boolean>
    replies_read_by: Nullable<string>
    replies_kept_days: Nullable<number>
    published_at: Date
    published_by: string
    note: Nullable<string>
  }
  lessons: { id: string; sequence_id: string; key: string }
  revision_lessons: {
    revision_id: string
    lesson_id: string
    position: number
    subject: string
    preheader: string
    markdown: string
    prompt: Nullable<string>
    wait_at_most_days: Nullable<number>
  }
  drafts: {
    sequence_id: string
    based_on: string
    content: Json
    version: number
    updated_at: Date
    updated_by: string
  }
  subscribers: {
    id: string
    email: string
    address_hash: Buffer
    first_name: Nullable<string>
    timezone: string
    unsubscribed_at: Nullable<Date>
    links_valid_from: Nullable<Date>
    created_at: Date
  }
  signups: {
    id: string
    sequence_id: string
    email: string
    first_name: Nullable<string>
    timezone: string
    send_time: string
    language: Nullable<string>
    every_days: Nullable<number>
    weekdays: Nullable<number[]>
    consent_wording: string
    form_version: string
    source_url: Nullable<string>
    requested_at: Date
    requested_ip: Nullable<string>
    requested_user_agent: Nullable<string>
    expires_at: Date
    confirmed_at: Nullable<Date>
    confirmed_ip: Nullable<string>
    confirmed_user_agent: Nullable<string>
    subscriber_id: Nullable<string>
    proven: Generated<boolean>
  }
  spent_proofs: { challenge: string; expires_at: Date }
  mailbox_proofs: {
    id: string
    subscriber_id: string
    purpose: 'erase' | 'change_address' | 'open_page'
    new_email: Nullable<string>
    asked_at: Date
    expires_at: Date
    used_at: Nullable<Date>
  }
  suppressions: {
    address_hash: Buffer
    reason: 'bounced' | 'complained' | 'suppressed' | 'erased' | 'asked'
    suppressed_at: Date
  }
  enrollments: {
    id: string
    subscriber_id: string
    sequence_id: string
    following_revision_id: string
    run: Generated<number>
    send_time: string
    every_days: Nullable<number>
    weekdays: Nullable<number[]>
    finish_due_at: Nullable<Date>
    receipt_due_at: Nullable<Date>
    leaving_reason: Nullable<string>
    leaving_words_sealed: Nullable<Buffer>
    enrolled_at: Date
    next_due_at: Nullable<Date>
    lesson_before_at: Nullable<Date>
    waits_for_reply_until: Nullable<Date>
    completed_at: Nullable<Date>
    asked_now: Generated<boolean>
    paused_at: Nullable<Date>
    paused_until: Nullable<Date>
    held_at: Nullable<Date>
    held_reason: Nullable<string>
    unsubscribed_at: Nullable<Date>
  }
  passed_lessons: { enrollment_id: string; run: number; lesson_id: string; skipped_at: Nullable<Date> }
  compiled_mails: { id: string; subject: string; html: string; text: string }
  batches: {
    id: string
    urgent: boolean
    size: number
    created_at: Date
    enqueue_at: Date
    attempts: Generated<number>
    first_attempt_at: Nullable<Date>
    in_doubt_since: Nullable<Date>
    payload_sha256: Nullable<Buffer>
    submitted_at: Nullable<Date>
    refused_at: Nullable<Date>
    needs_look_at: Nullable<Date>
    last_error: Nullable<string>
  }
  deliveries: {
    id: string
    kind: DeliveryKind
    batch_id: string
    place: number
    from_name: string
    to_address: string
    subscriber_id: Nullable<string>
    enrollment_id: Nullable<string>
    run: Nullable<number>
    sequence_id: Nullable<string>
    lesson_id: Nullable<string>
    revision_id: Nullable<string>
    signup_id: Nullable<string>
    answer_id: Nullable<string>
    compiled_id: Nullable<string>
    slot_values: ColumnType<Record<string, string> | null, string | null | undefined, string | null>
    sealed_mail: Nullable<Buffer>
    extra_headers: ColumnType<Record<string, string> | null, string | null | undefined, string | null>
    due_at: Nullable<Date>
    queued_at: Date
    submitted_at: Nullable<Date>
    resend_id: Nullable<string>
    message_id: Nullable<string>
    sent_at: Nullable<Date>
    delivered_at: Nullable<Date>
    delayed_at: Nullable<Date>
    bounced_at: Nullable<Date>
    complained_at: Nullable<Date>
    failed_at: Nullable<Date>
    failure: Nullable<string>
    erased_at: Nullable<Date>
  }
  sending: {
    single: Generated<boolean>
    per_second: Generated<number>
    recent: Generated<number[]>
    paused_at: Nullable<Date>
    paused_until: Nullable<Date>
    paused_reason: Nullable<string>
    held_at: Nullable<Date>
    held_reason: Nullable<string>
    ticked_at: Nullable<Date>
    warm_up_from: Nullable<Date>
    counted_day: Nullable<Date>
    counted: Generated<number>
  }
  mail_events: {
    svix_id: string
    type: string
    payload: Json
    received_at: Date
    processed_at: Nullable<Date>
    attempts: Generated<number>
    last_error: Nullable<string>
  }
  replies: {
    id: string
    inbound_id: string
    message_id: Nullable<string>
    raw_sealed: Nullable<Buffer>
    content_sealed: Nullable<Buffer>
    matched_by: Nullable<'token' | 'message_id' | 'sender'>
    delivery_id: Nullable<string>
    subscriber_id: Nullable<string>
    enrollment_id: Nullable<string>
    lesson_id: Nullable<string>
    revision_id: Nullable<string>
    via: Generated<'mail' | 'web'>
    automatic: Generated<boolean>
    quarantined_at: Nullable<Date>
    received_at: Date
    answered_at: Nullable<Date>
    archived_at: Nullable<Date>
    archived_by: Nullable<string>
    attached_by: Nullable<string>
    automatic_because: Generated<string[]>
    command: Nullable<'unsubscribe' | 'pause'>
    size_bytes: Nullable<number>
    too_large: Generated<boolean>
    care_at: Nullable<Date>
    care_because_sealed: Nullable<Buffer>
    care_noticed_at: Nullable<Date>
    care_closed_at: Nullable<Date>
    care_closed_by: Nullable<string>
    care_resumed_at: Nullable<Date>
    care_resumed_by: Nullable<string>
    assigned_to: Nullable<string>
    snoozed_until: Nullable<Date>
    erased_at: Nullable<Date>
  }
  reply_attachments: {
    id: string
    reply_id: string
    place: number
    about_sealed: Buffer
    size_bytes: number
    content_sealed: Nullable<Buffer>
  }
  reply_notes: { id: string; reply_id: string; body_sealed: Buffer; written_by: string; written_at: Date }
  reply_presence: { reply_id: string; admin: string; writing: boolean; seen_at: Date }
  saved_answers: { id: string; name: string; body: string; updated_by: string; updated_at: Date }
  reply_readers: { admin_id: string; granted_by: string; granted_at: Date }
  answers: {
    id: string
    reply_id: string
    body_sealed: Nullable<Buffer>
    author_name: string
    answered_by: string
    answered_at: Date
  }
  reply_reads: { reply_id: string; read_by: string; read_at: Date }
  digest_opt_outs: { admin_id: string }
  admin_users: { id: string; name: string; email: string; createdAt: Generated<Date> }
  admin_links: {
    token_hash: Buffer
    email: Nullable<string>
    expires_at: Date
    used_at: Nullable<Date>
    reads_replies: Generated<boolean>
  }
}

/** Why a mail was written. Only `lesson` is bound by "at most once ever"; the others are asked for by a person. */
export type DeliveryKind =
  | 'lesson'
  | 'confirmation'
  | 'answer'
  | 'sign_in'
  | 'test'
  | 'repeat'
  | 'correction'
  | 'welcome_back'
  | 'finished'
  | 'receipt'
  | 'proof'
  | 'care_notice'
  | 'digest'
  | 'left'
  | 'pause_offer'
