/**
 * The vocabulary of the widget. The wire types mirror `shared/contracts/{wire,visitor,http}.py`;
 * the rest is the widget's own. Types only: this module is empty at run time.
 *
 * @typedef {"visitor" | "agent" | "operator" | "system"} Sender
 * @typedef {"agent" | "waiting" | "operator" | "closed"} ConversationStatus
 * @typedef {"queued" | "understanding" | "routing" | "reading" | "writing" | "checking"} Stage
 * @typedef {"ru" | "en"} Locale
 *
 * @typedef {object} Citation
 * @property {number} n
 * @property {string} title
 * @property {string | null} [url]
 * @property {string} quote
 *
 * @typedef {object} Attachment
 * @property {string} id
 * @property {string} name
 * @property {string} type
 * @property {number} size Bytes.
 * @property {number | null} [width] Of a picture, in pixels.
 * @property {number | null} [height]
 *
 * @typedef {object} Message
 * @property {string} id
 * @property {string} conversation_id
 * @property {number} seq
 * @property {Sender} sender
 * @property {string | null} [agent]
 * @property {string | null} [operator_name]
 * @property {string} text
 * @property {Citation[]} [citations]
 * @property {string[]} [choices]
 * @property {readonly Attachment[]} [attachments]
 * @property {string | null} [outcome]
 * @property {string | null} [client_message_id]
 * @property {string} at
 *
 * @typedef {object} ErrorBody
 * @property {string} code
 * @property {string} message
 * @property {boolean} retryable
 * @property {string} [request_id]
 * @property {number | null} [retry_after]
 *
 * @typedef {{ ok: true, message_id?: string, seq?: number } | { ok: false, error: ErrorBody }} Ack
 *
 * @typedef {object} ConversationState
 * @property {string} id
 * @property {ConversationStatus} status
 * @property {string | null} [operator_name]
 * @property {number | null} [position]
 * @property {number | null} [eta_seconds]
 *
 * @typedef {object} Rating The visitor's own.
 * @property {"up" | "down"} rating
 * @property {string | null} [comment]
 *
 * @typedef {object} Score The visitor's own, of the whole conversation.
 * @property {number} score 1 to 5.
 * @property {string | null} [comment]
 *
 * @typedef {object} PartialAnswer
 * @property {string} message_id
 * @property {string | null} [agent]
 * @property {string | null} [stage]
 * @property {string} [text]
 *
 * @typedef {object} AgentInfo
 * @property {string} slug
 * @property {string} name
 *
 * @typedef {object} WidgetSettings
 * @property {string} site_name
 * @property {Locale} locale
 * @property {string} greeting
 * @property {AgentInfo[]} agents
 * @property {string[]} examples
 * @property {number} text_limit
 * @property {WidgetLook} [look]
 * @property {string} [title]
 * @property {string} [placeholder]
 * @property {boolean} [uploads] Visitors may send files.
 * @property {OperatorHours | null} [hours] Null: somebody is always there.
 * @property {Transport} [transport] Not said: by socket.
 *
 * @typedef {{ kind: "socket" } | { kind: "poll" } | { kind: "websocket", url: string }} Transport
 *
 * @typedef {object} WidgetLook
 * @property {string} accent
 * @property {"auto" | "light" | "dark"} theme
 * @property {"left" | "right"} side
 * @property {"bubble" | "question" | "person" | "spark"} icon
 * @property {Partial<Record<Locale, string>>} label
 * @property {boolean} logo
 *
 * @typedef {object} OperatorHours
 * @property {string} zone
 * @property {string} zone_name
 * @property {{ start: string, end: string }[]} periods
 *
 * @typedef {object} VisitorSession
 * @property {string} token
 * @property {number} expires_in
 * @property {string} visitor_id
 * @property {string} conversation_id
 * @property {string | null} cursor
 * @property {WidgetSettings} settings
 *
 * Facts from the platform, as they arrive on the socket.
 *
 * @typedef {{ conversation_id: string, cursor: string }} Fact
 * @typedef {{ type: "conversation.snapshot", conversation: ConversationState, messages: Message[],
 *   full: boolean, has_more?: boolean, generation?: PartialAnswer | null, ratings?: RatedMessage[],
 *   score?: Score | null } & Fact} SnapshotEvent
 * @typedef {Rating & { message_id: string }} RatedMessage
 * @typedef {{ type: "message.rated" } & RatedMessage & Fact} RatedEvent
 * @typedef {{ type: "conversation.rated" } & Score & Fact} ScoredEvent
 * @typedef {{ type: "message.created" | "message.completed", message: Message } & Fact} MessageEvent
 * @typedef {{ type: "generation.stage", stage: Stage, message_id: string, agent?: string | null,
 *   position?: number | null } & Fact} StageEvent
 * @typedef {{ type: "message.delta", conversation_id: string, message_id: string, offset: number,
 *   text: string }} DeltaEvent
 * @typedef {{ type: "generation.failed", message_id: string, code: string,
 *   retryable: boolean } & Fact} FailedEvent
 * @typedef {{ type: "handoff.started", position?: number | null,
 *   eta_seconds?: number | null } & Fact} HandoffEvent
 * @typedef {{ type: "operator.joined", name: string } & Fact} JoinedEvent
 * @typedef {{ type: "conversation.status", status: ConversationStatus,
 *   operator_name?: string | null } & Fact} StatusEvent
 * @typedef {{ type: "typing.started", conversation_id: string, name?: string | null }} TypingEvent
 * @typedef {SnapshotEvent | MessageEvent | StageEvent | DeltaEvent | FailedEvent | HandoffEvent |
 *   JoinedEvent | StatusEvent | TypingEvent | RatedEvent | ScoredEvent} WireEvent
 *
 * What happens on this side.
 *
 * @typedef {{ type: "session.started", session: VisitorSession, back?: boolean }} SessionStarted
 * @typedef {{ type: "visitor.left" }} VisitorLeft
 * @typedef {{ type: "outbox.changed", entries: readonly OutboxEntry[] }} OutboxChanged
 * @typedef {{ type: "outbox.acked", entry: OutboxEntry, message_id: string, seq: number,
 *   at: string }} OutboxAcked
 * @typedef {{ type: "link.changed", link: Link }} LinkChanged
 * @typedef {{ type: "typing.expired" }} TypingExpired
 * @typedef {{ type: "human.asked" | "human.refused" }} HumanAsked
 * @typedef {{ type: "stop.asked" | "stop.refused" }} StopAsked
 * @typedef {{ type: "notice.shown", notice: Notice } | { type: "notice.hidden" }} NoticeChanged
 * @typedef {{ type: "older.came", conversation_id: string, before_seq: number, messages: Message[],
 *   has_more: boolean, ratings?: RatedMessage[] }} OlderCame
 * @typedef {{ type: "place.told", conversation_id: string, position: number | null,
 *   eta_seconds: number | null }} PlaceTold
 * @typedef {{ type: "rating.changed", message_id: string, rating: Rating | null }} RatingChanged
 * @typedef {{ type: "score.changed", score: Score | null }} ScoreChanged
 * @typedef {SessionStarted | VisitorLeft | OutboxChanged | OutboxAcked | LinkChanged | TypingExpired |
 *   HumanAsked | StopAsked | NoticeChanged | OlderCame | PlaceTold |
 *   RatingChanged | ScoreChanged} LocalEvent
 *
 * @typedef {WireEvent | LocalEvent} WidgetEvent
 *
 * State.
 *
 * @typedef {"queued" | "sending" | "failed"} OutboxState
 * @typedef {object} OutboxEntry
 * @property {string} client_message_id
 * @property {string} text
 * @property {readonly Attachment[]} [attachments] Uploaded already.
 * @property {number} at Milliseconds since the epoch; older than a day is dropped.
 * @property {OutboxState} state
 * @property {string} [visitor] Whose it is; nobody is known yet without it.
 * @property {boolean} [known] The site had vouched for them.
 * @property {string} [code] Why it failed.
 * @property {string} [message] The platform's own sentence about it.
 *
 * @typedef {object} Generation
 * @property {string} message_id
 * @property {string | null} agent
 * @property {Stage} stage
 * @property {number | null} position
 * @property {string} text
 * @property {number} length Of the text, in code points.
 * @property {boolean} stopping
 *
 * @typedef {"idle" | "session" | "connecting" | "syncing" | "online" | "waiting" | "refused"} Phase
 * @typedef {object} Link What the visitor may know of the connection.
 * @property {Phase} phase
 * @property {boolean} lost It was there, or was tried, and is not there now.
 * @property {string | null} code Why it is refused.
 * @property {string | null} message The platform's own sentence about it.
 *
 * @typedef {{ code: string, message?: string }} Notice
 *
 * @typedef {object} State
 * @property {WidgetSettings | null} settings
 * @property {ConversationState | null} conversation
 * @property {boolean} synced A snapshot has come.
 * @property {boolean} back Whoever is here was here before: there may be more of theirs than is shown.
 * @property {Message[]} messages By `seq`.
 * @property {boolean} more There are older ones.
 * @property {Readonly<Record<string, RatedMessage | null>>} ratings By the message's id.
 * @property {Score | null} score
 * @property {readonly OutboxEntry[]} outbox
 * @property {Generation | null} generation
 * @property {string[]} ended Answers that are over; whatever still comes for them is late.
 * @property {{ name: string | null } | null} typing
 * @property {boolean} calling A human was asked for and the platform has not said so yet.
 * @property {Link} link
 * @property {Notice | null} notice
 * @property {string | null} cursor
 */

export {};
