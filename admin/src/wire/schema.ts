// Generated from docs/openapi.json by `npm run wire`. Do not edit.
export interface paths {
    readonly "/api/v1/agents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Agents of the operator's sites, and what accepting wrong answers brings
         * @description Return the agents that answer, each with its policy, and the curve it is chosen on.
         */
        readonly get: operations["agents_api_v1_agents_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/agents/{site_id}/{slug}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Choose how many wrong answers of an agent are accepted
         * @description Change the agent's policy; the next message is answered by it.
         */
        readonly patch: operations["change_api_v1_agents__site_id___slug__patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/analytics/episodes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The episodes behind a number
         * @description Return a page, newest first; ``before`` is the ``next`` of the page above it.
         */
        readonly get: operations["episodes_api_v1_analytics_episodes_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/analytics/episodes.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The episodes behind a number, as a table
         * @description Return up to 100,000 episodes, newest first.
         */
        readonly get: operations["table_api_v1_analytics_episodes_csv_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/analytics/questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Questions that no agent could answer, grouped
         * @description Return groups of the newest 2,000 such questions, the most frequent first.
         */
        readonly get: operations["questions_api_v1_analytics_questions_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/analytics/summary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Numbers of a period, and of the one before it
         * @description Return how many episodes there were, what became of them, and how long it took.
         */
        readonly get: operations["summary_api_v1_analytics_summary_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Changes of configuration and people, newest first
         * @description Return entries about the administrator's sites; ``before`` is the ``next`` of a page.
         */
        readonly get: operations["entries_api_v1_audit_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/auth/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign in
         * @description Return an access token; the refresh token comes in an HttpOnly cookie.
         */
        readonly post: operations["login_api_v1_auth_login_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/auth/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign out
         * @description End this sign-in everywhere, its sockets included.
         */
        readonly post: operations["logout_api_v1_auth_logout_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/auth/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is signed in
         * @description Return the operator whose access token this is.
         */
        readonly get: operations["me_api_v1_auth_me_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/auth/refresh": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Trade the refresh cookie for a new access token
         * @description Rotate the refresh token; one that was used before ends the whole sign-in.
         */
        readonly post: operations["refresh_api_v1_auth_refresh_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Conversations of the operator's sites, newest change first
         * @description Return a page of what the filters leave, or of what is found.
         */
        readonly get: operations["conversations_api_v1_conversations_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One line of the inbox
         * @description Return a conversation of one of the operator's sites.
         */
        readonly get: operations["conversation_api_v1_conversations__conversation_id__get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}/labels/{label_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Put a label on a conversation
         * @description Put a label on; one that is on it stays.
         */
        readonly put: operations["put_on_api_v1_conversations__conversation_id__labels__label_id__put"];
        readonly post?: never;
        /**
         * Take a label off a conversation
         * @description Take a label off; one that is not on it is no error.
         */
        readonly delete: operations["take_off_api_v1_conversations__conversation_id__labels__label_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Older messages of a conversation
         * @description Return a page of messages, oldest first.
         */
        readonly get: operations["messages_api_v1_conversations__conversation_id__messages_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}/messages/{message_id}/provenance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Why an answer is as it is
         * @description Return what an agent's answer, choices, greeting or hand-off was made of.
         */
        readonly get: operations["provenance_api_v1_conversations__conversation_id__messages__message_id__provenance_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/bulk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * One action on many conversations
         * @description Close, return or label up to 100 conversations; the result tells of each.
         */
        readonly post: operations["bulk_api_v1_conversations_bulk_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Documents of a site and how far their indexing has come
         * @description Return all documents of one of the operator's sites.
         */
        readonly get: operations["documents_api_v1_knowledge_documents_get"];
        /**
         * Store a document and have it indexed
         * @description Store the whole document; visitors find a changed one within seconds.
         */
        readonly put: operations["put_api_v1_knowledge_documents_put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/{document_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a document
         * @description Remove a document and its passages; within a minute no answer is made from it.
         */
        readonly delete: operations["remove_api_v1_knowledge_documents__document_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/{document_id}/passages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Passages of a document
         * @description Return what a document was split into, as the agents are given it, in its order.
         */
        readonly get: operations["passages_api_v1_knowledge_documents__document_id__passages_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/upload": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Store a file (PDF, DOCX, XLSX, CSV, HTML, Markdown, text) and have it indexed
         * @description Store the file, the body as it is, up to 20 MB; what it is, its content tells.
         *
         *     It is read later: the document's ``state`` and ``errors`` say what became of it.
         */
        readonly post: operations["upload_api_v1_knowledge_documents_upload_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/sites": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Web sources of a site and how far their reading has come
         * @description Return all places on the web that one of the operator's sites learns from.
         */
        readonly get: operations["web_sources_api_v1_knowledge_sites_get"];
        readonly put?: never;
        /**
         * Have the pages of a web site read and indexed
         * @description Read a public site by its sitemap or its links; asked for again, it is read again.
         */
        readonly post: operations["put_site_api_v1_knowledge_sites_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/labels": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Labels of the operator's sites
         * @description Return all labels that may be put on conversations.
         */
        readonly get: operations["labels_api_v1_labels_get"];
        readonly put?: never;
        /**
         * Make a label
         * @description Make a label of a site; a name is given once.
         */
        readonly post: operations["add_label_api_v1_labels_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/labels/{label_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a label
         * @description Delete a label; every conversation loses it.
         */
        readonly delete: operations["delete_label_api_v1_labels__label_id__delete"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a label's name and colour
         * @description Change a label wherever it is.
         */
        readonly patch: operations["change_label_api_v1_labels__label_id__patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/views": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The operator's views, and those shared with them
         * @description Return all views that the operator sees in the list.
         */
        readonly get: operations["views_api_v1_views_get"];
        readonly put?: never;
        /**
         * Keep filters under a name
         * @description Keep a view; a supervisor may share it with the people of a site.
         */
        readonly post: operations["add_view_api_v1_views_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/views/{view_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Change a view
         * @description Change one's own view, or as a supervisor a shared one.
         */
        readonly put: operations["change_view_api_v1_views__view_id__put"];
        readonly post?: never;
        /**
         * Delete a view
         * @description Delete one's own view, or as a supervisor a shared one.
         */
        readonly delete: operations["delete_view_api_v1_views__view_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Older messages of the visitor's conversation
         * @description Return a page of messages, oldest first.
         */
        readonly get: operations["older_messages_api_v1_visitor_messages_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open or continue a conversation
         * @description Return a token that opens one conversation; with a token, that conversation again.
         */
        readonly post: operations["open_session_api_v1_visitor_sessions_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process lives
         * @description Answer, which is all that is asked.
         */
        readonly get: operations["healthz_healthz_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process can do its work
         * @description Look at every part the process needs.
         */
        readonly get: operations["readyz_readyz_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccessGrant
         * @description A short-lived access token; the refresh token travels in an HttpOnly cookie alone.
         */
        readonly AccessGrant: {
            /** Access Token */
            readonly access_token: string;
            /** Expires In */
            readonly expires_in: number;
            readonly operator: components["schemas"]["OperatorInfo"];
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            readonly token_type: "bearer";
        };
        /**
         * AckError
         * @description The ack of a command that was refused.
         */
        readonly AckError: {
            readonly error: components["schemas"]["ErrorBody"];
            /**
             * Ok
             * @default false
             * @constant
             */
            readonly ok: false;
        };
        /**
         * AckOk
         * @description The ack of a command that was accepted and has nothing to return.
         */
        readonly AckOk: {
            /**
             * Ok
             * @default true
             * @constant
             */
            readonly ok: true;
        };
        /**
         * AgentInfo
         * @description An agent as visitors and operators see it.
         */
        readonly AgentInfo: {
            /** Name */
            readonly name: string;
            /** Slug */
            readonly slug: string;
        };
        /**
         * AgentLine
         * @description What became of the episodes that an agent answered last in; null: no agent answered.
         */
        readonly AgentLine: {
            /** Agent */
            readonly agent: string | null;
            /** Downs */
            readonly downs: number;
            /** Episodes */
            readonly episodes: number;
            /** Handed Off */
            readonly handed_off: number;
            /** Name */
            readonly name: string | null;
            /** Resolved */
            readonly resolved: number;
            /** Settled */
            readonly settled: number;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
            /** Ups */
            readonly ups: number;
        };
        /**
         * AgentPatch
         * @description ``PATCH /agents/{site_id}/{slug}``.
         */
        readonly AgentPatch: {
            /** Wrong Share */
            readonly wrong_share: number | null;
        };
        /**
         * AgentPolicy
         * @description An agent that answers, and how many wrong answers its administrator accepts.
         *
         *     ``name`` is in the caller's language. ``wrong_share`` is a share of all messages; null: as many
         *     as the calibration accepts.
         */
        readonly AgentPolicy: {
            /**
             * Name
             * @example Сеть
             */
            readonly name: string;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Key */
            readonly site_key: string;
            /** Site Name */
            readonly site_name: string;
            /**
             * Slug
             * @example network
             */
            readonly slug: string;
            /** Wrong Share */
            readonly wrong_share: number | null;
        };
        /**
         * AgentPolicyList
         * @description The agents of the operator's sites, and what accepting wrong answers brings.
         *
         *     ``curve`` is null until a gpu_worker has told it, which it does at its start.
         */
        readonly AgentPolicyList: {
            readonly curve: components["schemas"]["ConfidenceCurve"] | null;
            /** Items */
            readonly items: readonly components["schemas"]["AgentPolicy"][];
        };
        /**
         * AnalyticsSummary
         * @description A period, the one of equal length before it, and the period from several sides.
         */
        readonly AnalyticsSummary: {
            /** Agents */
            readonly agents: readonly components["schemas"]["AgentLine"][];
            /** Days */
            readonly days: readonly components["schemas"]["DayLine"][];
            /** Hours */
            readonly hours: readonly components["schemas"]["HourCell"][];
            /** Operators */
            readonly operators: readonly components["schemas"]["OperatorLine"][];
            /** Pending */
            readonly pending: number;
            readonly previous: components["schemas"]["Totals"];
            /** Reasons */
            readonly reasons: readonly components["schemas"]["ReasonLine"][];
            /** Sites */
            readonly sites: readonly components["schemas"]["SiteLine"][];
            readonly totals: components["schemas"]["Totals"];
        };
        /**
         * AnswerPassage
         * @description A passage that the answer was chosen from; scores are comparable within one answer.
         *
         *     ``score`` is that by which they are ordered. ``cited`` are the numbers by which the answer
         *     refers to it. ``text`` and ``url`` are null once the passage is no longer in the knowledge.
         */
        readonly AnswerPassage: {
            /**
             * Agent
             * @example network
             */
            readonly agent: string;
            /**
             * Cited
             * @default []
             * @example [
             *       1
             *     ]
             */
            readonly cited: readonly number[];
            /**
             * Dense
             * @example 0.71
             */
            readonly dense: number;
            /**
             * Lexical
             * @example 0.71
             */
            readonly lexical: number;
            /**
             * Passage Id
             * Format: uuid
             */
            readonly passage_id: string;
            /** Reranked */
            readonly reranked?: number | null;
            /**
             * Score
             * @example 0.71
             */
            readonly score: number;
            /** Text */
            readonly text?: string | null;
            /**
             * Title
             * @example VPN › Ошибка 809
             */
            readonly title: string;
            /**
             * Url
             * @example https://help.example.com/vpn
             */
            readonly url?: string | null;
        };
        /**
         * AnswerProvenance
         * @description ``GET /conversations/{conversation_id}/messages/{message_id}/provenance``.
         *
         *     Everything that an older version did not write is null or empty.
         */
        readonly AnswerProvenance: {
            /**
             * Adapter
             * @example network@3
             */
            readonly adapter?: string | null;
            /**
             * Agent
             * @example network
             */
            readonly agent?: string | null;
            /**
             * Agents
             * @default []
             * @example [
             *       "network"
             *     ]
             */
            readonly agents: readonly string[];
            /**
             * Answer Tokens
             * @default 0
             */
            readonly answer_tokens: number;
            /**
             * Asked
             * @default []
             * @example [
             *       "yt hf,jnftn dgy"
             *     ]
             */
            readonly asked: readonly string[];
            /**
             * Backend
             * @example local
             */
            readonly backend?: string | null;
            /**
             * Calibration
             * @example 2026-11-25-demo-691
             */
            readonly calibration?: string | null;
            /**
             * Confidence
             * @example 0.82
             */
            readonly confidence?: number | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Embedding Model
             * @example frida
             */
            readonly embedding_model?: string | null;
            /**
             * Groundedness
             * @example 0.97
             */
            readonly groundedness?: number | null;
            readonly handoff_reason?: components["schemas"]["HandoffReason"] | null;
            /**
             * Knowledge Version
             * @example 12
             */
            readonly knowledge_version?: number | null;
            readonly language?: components["schemas"]["Locale"] | null;
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /**
             * Model
             * @example qwen3-4b
             */
            readonly model?: string | null;
            readonly outcome?: components["schemas"]["Outcome"] | null;
            /**
             * Passages
             * @default []
             */
            readonly passages: readonly components["schemas"]["AnswerPassage"][];
            /**
             * Passages Cut
             * @default 0
             */
            readonly passages_cut: number;
            /**
             * Policy
             * @default []
             * @example [
             *       {
             *         "agent": "network",
             *         "threshold": 0.75,
             *         "wrong_share": 0.03
             *       }
             *     ]
             */
            readonly policy: readonly components["schemas"]["AppliedPolicy"][];
            /** Prompt Hash */
            readonly prompt_hash?: string | null;
            /**
             * Prompt Tokens
             * @default 0
             */
            readonly prompt_tokens: number;
            /**
             * Question
             * @example не работает vpn
             */
            readonly question?: string | null;
            /**
             * Route
             * @example {
             *       "access": 0.11,
             *       "network": 0.86,
             *       "security": 0.03
             *     }
             */
            readonly route?: {
                readonly [key: string]: number;
            };
            /** Seed */
            readonly seed?: number | null;
            /**
             * Stage Ms
             * @example {
             *       "routing": 62.5,
             *       "understanding": 4.1,
             *       "writing": 1840
             *     }
             */
            readonly stage_ms?: {
                readonly [key: string]: number;
            };
            /**
             * Steps
             * @default []
             */
            readonly steps: readonly components["schemas"]["AnswerStep"][];
            /**
             * Template
             * @example answer@2
             */
            readonly template?: string | null;
            readonly trouble?: components["schemas"]["ModelTrouble"] | null;
            /**
             * Turns Cut
             * @default 0
             */
            readonly turns_cut: number;
        };
        /**
         * AnswerStep
         * @description A step of understanding, and the question after it; null where only its name was kept.
         */
        readonly AnswerStep: {
            readonly step: components["schemas"]["Step"];
            /**
             * Text
             * @example не работает vpn
             */
            readonly text?: string | null;
        };
        /**
         * AppliedPolicy
         * @description What an agent's administrator accepts, and the confidence from which it then answers.
         */
        readonly AppliedPolicy: {
            /** Agent */
            readonly agent: string;
            /** Threshold */
            readonly threshold: number;
            /** Wrong Share */
            readonly wrong_share?: number | null;
        };
        /**
         * AuditAction
         * @description What was changed, as ``subject.past-tense``; the console has a sentence for each.
         * @enum {string}
         */
        readonly AuditAction: "agent.changed" | "label.created" | "label.changed" | "label.deleted" | "view.shared" | "view.changed" | "view.deleted";
        /**
         * AuditActor
         * @description Who changed something.
         * @enum {string}
         */
        readonly AuditActor: "operator" | "key" | "system";
        /**
         * AuditEntryInfo
         * @description A change: ``before`` and ``after`` hold the values that differ.
         *
         *     ``action`` is text, not a closed set: what an older version wrote stays readable.
         */
        readonly AuditEntryInfo: {
            /** Action */
            readonly action: string;
            readonly actor: components["schemas"]["AuditActor"];
            /** Actor Id */
            readonly actor_id: string | null;
            /** Actor Name */
            readonly actor_name: string;
            /** After */
            readonly after: {
                readonly [key: string]: string | number | boolean | readonly string[] | null;
            };
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** Before */
            readonly before: {
                readonly [key: string]: string | number | boolean | readonly string[] | null;
            };
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Sites */
            readonly sites: readonly string[];
            /** Subject */
            readonly subject: string;
        };
        /**
         * AuditPage
         * @description Entries newest first; ``next`` asks for older ones. ``actions`` can be filtered by.
         */
        readonly AuditPage: {
            /** Actions */
            readonly actions: readonly components["schemas"]["AuditAction"][];
            /** Items */
            readonly items: readonly components["schemas"]["AuditEntryInfo"][];
            /** Next */
            readonly next: string | null;
        };
        /**
         * BulkAction
         * @description What can be done to many conversations at once.
         * @enum {string}
         */
        readonly BulkAction: "close" | "return" | "label" | "unlabel";
        /**
         * BulkOutcome
         * @description What became of one conversation; ``code`` and ``message`` say why it was refused.
         */
        readonly BulkOutcome: {
            /** Code */
            readonly code?: string | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Message */
            readonly message?: string | null;
            /** Ok */
            readonly ok: boolean;
        };
        /**
         * BulkRequest
         * @description ``POST /conversations/bulk``; ``label_id`` is for ``label`` and ``unlabel`` alone.
         */
        readonly BulkRequest: {
            readonly action: components["schemas"]["BulkAction"];
            /** Conversation Ids */
            readonly conversation_ids: readonly string[];
            /** Label Id */
            readonly label_id?: string | null;
        };
        /**
         * BulkResult
         * @description Of each conversation once, in the order they were named.
         */
        readonly BulkResult: {
            /** Items */
            readonly items: readonly components["schemas"]["BulkOutcome"][];
        };
        /**
         * Citation
         * @description A source of an answer. ``n`` is the number the text refers to as ``[n]``.
         */
        readonly Citation: {
            /** N */
            readonly n: number;
            /** Quote */
            readonly quote: string;
            /** Title */
            readonly title: string;
            /** Url */
            readonly url?: string | null;
        };
        /**
         * ConfidenceCurve
         * @description Wrong answers against right ones, on the questions that the calibration was fitted on.
         */
        readonly ConfidenceCurve: {
            /** Calibration */
            readonly calibration: string;
            /**
             * Made
             * Format: date
             */
            readonly made: string;
            /**
             * Points
             * @default []
             */
            readonly points: readonly components["schemas"]["CurvePoint"][];
            /** Questions */
            readonly questions: number;
            /**
             * Reliability
             * @default []
             */
            readonly reliability: readonly components["schemas"]["ReliabilityBin"][];
            /** Wrong Share */
            readonly wrong_share?: number | null;
        };
        /**
         * ConversationCommand
         * @description ``conversation.take``, ``.return``, ``.close``, ``.leave`` and ``typing.start``.
         */
        readonly ConversationCommand: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
        };
        /**
         * ConversationOpen
         * @description ``conversation.open``: join the room; acked with ``ConversationOpenAck``.
         */
        readonly ConversationOpen: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Cursor
             * @default null
             */
            readonly cursor: string | null;
        };
        /**
         * ConversationOpenAck
         * @description The conversation as it stands; later events come live.
         */
        readonly ConversationOpenAck: {
            /**
             * Ok
             * @default true
             * @constant
             */
            readonly ok: true;
            readonly snapshot: components["schemas"]["ConversationSnapshot"];
        };
        /**
         * ConversationPage
         * @description Lines of the inbox, newest change first; ``next`` is the ``before`` of the next page.
         *
         *     Of a search a page may be short, or empty, and yet have a ``next``: then only a part was looked
         *     through. ``hits`` are of ``items``; one without a hit was found by the visitor.
         */
        readonly ConversationPage: {
            /**
             * Hits
             * @default []
             */
            readonly hits: readonly components["schemas"]["SearchHit"][];
            /** Items */
            readonly items: readonly components["schemas"]["ConversationSummary"][];
            /** Next */
            readonly next?: string | null;
        };
        /**
         * ConversationRate
         * @description ``conversation.rate``: a score for the whole conversation.
         */
        readonly ConversationRate: {
            /**
             * Comment
             * @default null
             */
            readonly comment: string | null;
            /** Score */
            readonly score: number;
        };
        /**
         * ConversationRead
         * @description ``conversation.read``: everything up to ``seq`` was seen.
         */
        readonly ConversationRead: {
            /** Seq */
            readonly seq: number;
        };
        /**
         * ConversationSeen
         * @description ``conversation.read`` of an operator: seen up to ``seq``, on all their devices.
         */
        readonly ConversationSeen: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Seq */
            readonly seq: number;
        };
        /**
         * ConversationSnapshot
         * @description ``conversation.snapshot``: the truth at ``cursor``.
         *
         *     ``full`` says that ``messages`` are the newest ones of the conversation and replace what the
         *     client has; otherwise they are those that came after the cursor it sent, to be merged by id.
         *     ``has_more`` tells that older ones can be fetched over HTTP. ``generation`` is the answer
         *     being written, or null: then no stage and no half-written answer may stay on the screen.
         */
        readonly ConversationSnapshot: {
            readonly conversation: components["schemas"]["ConversationState"];
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string;
            /** Full */
            readonly full: boolean;
            /** @default null */
            readonly generation: components["schemas"]["PartialAnswer"] | null;
            /**
             * Has More
             * @default false
             */
            readonly has_more: boolean;
            /** Messages */
            readonly messages: readonly components["schemas"]["Message"][];
        };
        /**
         * ConversationState
         * @description Who has the floor, as both sides see it.
         */
        readonly ConversationState: {
            /**
             * Eta Seconds
             * @default null
             */
            readonly eta_seconds: number | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /**
             * Operator Name
             * @default null
             */
            readonly operator_name: string | null;
            /**
             * Position
             * @default null
             */
            readonly position: number | null;
            readonly status: components["schemas"]["ConversationStatus"];
        };
        /**
         * ConversationStatus
         * @description Who has the floor: ``agent → waiting → operator → closed``.
         * @enum {string}
         */
        readonly ConversationStatus: "agent" | "waiting" | "operator" | "closed";
        /**
         * ConversationStatusChanged
         * @description ``conversation.status``: who has the floor now.
         */
        readonly ConversationStatusChanged: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string;
            /**
             * Operator Name
             * @default null
             */
            readonly operator_name: string | null;
            readonly status: components["schemas"]["ConversationStatus"];
        };
        /**
         * ConversationSummary
         * @description A conversation as a line of the inbox. A higher ``version`` replaces a lower one.
         *
         *     ``read_seq`` is how far the asking operator has seen it; what is told to all leaves it out.
         */
        readonly ConversationSummary: {
            /** Agent */
            readonly agent?: string | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /**
             * Labels
             * @default []
             */
            readonly labels: readonly string[];
            readonly last_message?: components["schemas"]["LastMessage"] | null;
            /** Last Seq */
            readonly last_seq: number;
            /** Operator Id */
            readonly operator_id?: string | null;
            /** Operator Name */
            readonly operator_name?: string | null;
            /** Read Seq */
            readonly read_seq?: number | null;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
            readonly status: components["schemas"]["ConversationStatus"];
            /**
             * Updated At
             * Format: date-time
             */
            readonly updated_at: string;
            /** Version */
            readonly version: number;
            /** Visitor Name */
            readonly visitor_name: string;
            /** Waiting Since */
            readonly waiting_since?: string | null;
        };
        /**
         * CurvePoint
         * @description What accepting so many wrong answers brings; all are shares of all messages.
         *
         *     ``wrong`` is what is accepted: at most so many are answered wrongly, both as counted and as the
         *     confidence itself expects. ``right`` and ``answered`` were counted.
         */
        readonly CurvePoint: {
            /** Answered */
            readonly answered: number;
            /** Right */
            readonly right: number;
            /** Threshold */
            readonly threshold: number;
            /** Wrong */
            readonly wrong: number;
        };
        /**
         * DayLine
         * @description A day in the reader's time zone.
         */
        readonly DayLine: {
            /**
             * Day
             * Format: date
             */
            readonly day: string;
            /** Episodes */
            readonly episodes: number;
            /** Handed Off */
            readonly handed_off: number;
            /** Resolved */
            readonly resolved: number;
        };
        /**
         * DocumentInfo
         * @description A document of the knowledge base and how far its indexing has come.
         *
         *     ``errors`` of a ``failed`` one say why; of another, what of it was left out. ``size`` is in
         *     bytes, of its text, and until it is read of its file.
         */
        readonly DocumentInfo: {
            /** Agent */
            readonly agent: string;
            /** Error */
            readonly error?: string | null;
            /**
             * Errors
             * @default []
             */
            readonly errors: readonly components["schemas"]["KnowledgeProblem"][];
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            readonly language?: components["schemas"]["Locale"] | null;
            /** Name */
            readonly name: string;
            /** Passages */
            readonly passages: number;
            /** Size */
            readonly size: number;
            /**
             * State
             * @enum {string}
             */
            readonly state: "pending" | "indexing" | "ready" | "failed";
            /** Title */
            readonly title: string;
            /**
             * Updated At
             * Format: date-time
             */
            readonly updated_at: string;
            /** Url */
            readonly url?: string | null;
            /** Version */
            readonly version: number;
        };
        /**
         * DocumentList
         * @description Documents of one site.
         */
        readonly DocumentList: {
            /** Items */
            readonly items: readonly components["schemas"]["DocumentInfo"][];
        };
        /**
         * DocumentPut
         * @description ``PUT /knowledge/documents``: the document ``name`` of ``agent``, whole, in Markdown.
         */
        readonly DocumentPut: {
            /** Agent */
            readonly agent: string;
            /** Name */
            readonly name: string;
            /** Site Key */
            readonly site_key: string;
            /** Text */
            readonly text: string;
        };
        /**
         * Durations
         * @description How long something took; null where it never happened.
         */
        readonly Durations: {
            /** Count */
            readonly count: number;
            /** Median Ms */
            readonly median_ms: number | null;
            /** P90 Ms */
            readonly p90_ms: number | null;
        };
        /**
         * EpisodeInfo
         * @description An episode behind a number; ``question`` is its first message, cut to one line.
         */
        readonly EpisodeInfo: {
            /** Agent */
            readonly agent: string | null;
            /** Answers */
            readonly answers: number;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Downs */
            readonly downs: number;
            /** Handed Off */
            readonly handed_off: boolean;
            readonly handoff_reason: components["schemas"]["HandoffReason"] | null;
            /** Operator Name */
            readonly operator_name: string | null;
            /** Ordinal */
            readonly ordinal: number;
            /** Question */
            readonly question: string;
            /** Resolved */
            readonly resolved: boolean;
            /** Score */
            readonly score: number | null;
            /** Site Name */
            readonly site_name: string;
            /**
             * Started At
             * Format: date-time
             */
            readonly started_at: string;
            /** Visitor Messages */
            readonly visitor_messages: number;
            /** Visitor Name */
            readonly visitor_name: string;
        };
        /**
         * EpisodePage
         * @description Episodes, newest first; ``next`` asks for older ones.
         */
        readonly EpisodePage: {
            /** Items */
            readonly items: readonly components["schemas"]["EpisodeInfo"][];
            /** Next */
            readonly next: string | null;
        };
        /**
         * ErrorBody
         * @description The one shape of every error, HTTP or socket.
         */
        readonly ErrorBody: {
            /** Code */
            readonly code: string;
            /** Message */
            readonly message: string;
            /** Request Id */
            readonly request_id: string;
            /** Retry After */
            readonly retry_after?: number | null;
            /** Retryable */
            readonly retryable: boolean;
        };
        /**
         * Event
         * @description Base of the facts that go out.
         */
        readonly Event: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
        };
        /**
         * ExcerptPart
         * @description A piece of an excerpt; ``hit``: it is what was looked for.
         */
        readonly ExcerptPart: {
            /** Hit */
            readonly hit: boolean;
            /** Text */
            readonly text: string;
        };
        /**
         * GenerationFailed
         * @description ``generation.failed``: the answer being written will not come; drop what was shown.
         */
        readonly GenerationFailed: {
            /** Code */
            readonly code: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string;
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /** Retryable */
            readonly retryable: boolean;
        };
        /**
         * GenerationStage
         * @description ``generation.stage``: what the agents are doing now. ``position`` counts from 1.
         */
        readonly GenerationStage: {
            /**
             * Agent
             * @default null
             */
            readonly agent: string | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string;
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /**
             * Position
             * @default null
             */
            readonly position: number | null;
            readonly stage: components["schemas"]["Stage"];
        };
        /**
         * HandoffReason
         * @description Why an agent gave the floor to a person.
         * @enum {string}
         */
        readonly HandoffReason: "requested" | "low_confidence" | "no_knowledge" | "ungrounded" | "failed" | "deadline";
        /**
         * HandoffStarted
         * @description ``handoff.started``: a person was called. ``position`` counts from 1.
         */
        readonly HandoffStarted: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string;
            /**
             * Eta Seconds
             * @default null
             */
            readonly eta_seconds: number | null;
            /**
             * Position
             * @default null
             */
            readonly position: number | null;
        };
        /**
         * Health
         * @description ``/healthz`` and ``/readyz``; ``parts`` names what is up and what is not.
         */
        readonly Health: {
            /** Ok */
            readonly ok: boolean;
            /** Parts */
            readonly parts?: {
                readonly [key: string]: boolean;
            };
        };
        /**
         * HourCell
         * @description Episodes that began in an hour of a weekday (1: Monday), in the reader's time zone.
         */
        readonly HourCell: {
            /** Episodes */
            readonly episodes: number;
            /** Hour */
            readonly hour: number;
            /** Weekday */
            readonly weekday: number;
        };
        /** HTTPValidationError */
        readonly HTTPValidationError: {
            /** Detail */
            readonly detail?: readonly components["schemas"]["ValidationError"][];
        };
        /**
         * InboxFilter
         * @description Which conversations are asked for; all that is given must hold. Times have a zone.
         *
         *     ``assigned`` is ``me``, ``nobody`` or an operator's id; ``waiting_over`` is in seconds;
         *     ``labels`` must all be on it; ``scores`` are the visitor's, ``rating`` is that of any answer;
         *     ``since`` and ``until`` are about the last change; ``unread``: waiting or the caller's, with
         *     something that the caller has not seen. ``q`` is searched for in messages and visitors.
         */
        readonly InboxFilter: {
            /** Agent */
            readonly agent?: string | null;
            /** Assigned */
            readonly assigned?: ("me" | "nobody") | string | null;
            /**
             * Labels
             * @default []
             */
            readonly labels: readonly string[];
            /**
             * Q
             * @default
             */
            readonly q: string;
            /** Rating */
            readonly rating?: ("up" | "down") | null;
            /**
             * Scores
             * @default []
             */
            readonly scores: readonly number[];
            /** Since */
            readonly since?: string | null;
            /** Site */
            readonly site?: string | null;
            /**
             * Status
             * @default []
             */
            readonly status: readonly components["schemas"]["ConversationStatus"][];
            /**
             * Unread
             * @default false
             */
            readonly unread: boolean;
            /** Until */
            readonly until?: string | null;
            /** Waiting Over */
            readonly waiting_over?: number | null;
        };
        /**
         * InboxRead
         * @description ``inbox.read``: the operator has seen a conversation up to ``seq``, on some device.
         */
        readonly InboxRead: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Seq */
            readonly seq: number;
        };
        /**
         * InboxUpdated
         * @description ``inbox.updated``: a conversation of one of the operator's sites changed.
         */
        readonly InboxUpdated: {
            readonly conversation: components["schemas"]["ConversationSummary"];
        };
        /**
         * KnowledgeProblem
         * @description What is wrong with a document or a web source, or with a part of it.
         *
         *     ``code`` is stable, ``message`` is for people in their language, ``detail`` says where.
         */
        readonly KnowledgeProblem: {
            /** Code */
            readonly code: string;
            /**
             * Detail
             * @default
             */
            readonly detail: string;
            /** Message */
            readonly message: string;
        };
        /**
         * LabelColour
         * @description Colours of labels; the console has a token for each, in light and dark.
         * @enum {string}
         */
        readonly LabelColour: "grey" | "red" | "orange" | "green" | "teal" | "blue" | "violet" | "pink";
        /**
         * LabelInfo
         * @description A label of a site.
         */
        readonly LabelInfo: {
            readonly colour: components["schemas"]["LabelColour"];
            /**
             * Conversations
             * @default 0
             */
            readonly conversations: number;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
        };
        /**
         * LabelList
         * @description Labels of the operator's sites, by name.
         */
        readonly LabelList: {
            /** Items */
            readonly items: readonly components["schemas"]["LabelInfo"][];
        };
        /**
         * LabelPatch
         * @description ``PATCH /labels/{id}``.
         */
        readonly LabelPatch: {
            readonly colour: components["schemas"]["LabelColour"];
            /** Name */
            readonly name: string;
        };
        /**
         * LabelPost
         * @description ``POST /labels``.
         */
        readonly LabelPost: {
            readonly colour: components["schemas"]["LabelColour"];
            /** Name */
            readonly name: string;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
        };
        /**
         * LastMessage
         * @description What somebody said last, cut to one line; sentences of the system are left out.
         */
        readonly LastMessage: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** Preview */
            readonly preview: string;
            readonly sender: components["schemas"]["Sender"];
        };
        /**
         * Locale
         * @description Languages that text for people exists in.
         * @enum {string}
         */
        readonly Locale: "ru" | "en";
        /**
         * LoginRequest
         * @description ``POST /auth/login``.
         */
        readonly LoginRequest: {
            /** Email */
            readonly email: string;
            /**
             * Password
             * Format: password
             */
            readonly password: string;
        };
        /**
         * Measure
         * @description What is counted; each number opens the conversations behind it (definitions: ADR 0018).
         * @enum {string}
         */
        readonly Measure: "episodes" | "answered" | "resolved" | "durable" | "came_back" | "handed_off" | "unanswered" | "missed" | "reported" | "rated_low";
        /**
         * Message
         * @description A message as everybody outside sees it. Order by ``seq``; identity by ``id``.
         */
        readonly Message: {
            /** Agent */
            readonly agent?: string | null;
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /**
             * Choices
             * @default []
             */
            readonly choices: readonly string[];
            /**
             * Citations
             * @default []
             */
            readonly citations: readonly components["schemas"]["Citation"][];
            /** Client Message Id */
            readonly client_message_id?: string | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Operator Name */
            readonly operator_name?: string | null;
            readonly outcome?: components["schemas"]["Outcome"] | null;
            readonly sender: components["schemas"]["Sender"];
            /** Seq */
            readonly seq: number;
            /** Text */
            readonly text: string;
            readonly trouble?: components["schemas"]["ModelTrouble"] | null;
        };
        /**
         * MessageCompleted
         * @description ``message.completed``: the whole answer; wins over deltas.
         */
        readonly MessageCompleted: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string;
            readonly message: components["schemas"]["Message"];
        };
        /**
         * MessageCreated
         * @description ``message.created``: somebody but an agent said something, or the system reports.
         */
        readonly MessageCreated: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string;
            readonly message: components["schemas"]["Message"];
        };
        /**
         * MessageDelta
         * @description ``message.delta``: ``text`` goes at character ``offset`` of the answer ``message_id``.
         *
         *     Offsets count Unicode code points. A client that sees a gap keeps what it has and waits for
         *     ``message.completed``, or connects again for a snapshot.
         */
        readonly MessageDelta: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /** Offset */
            readonly offset: number;
            /** Text */
            readonly text: string;
        };
        /**
         * MessagePage
         * @description Messages oldest first; ``has_more`` tells of still older ones.
         */
        readonly MessagePage: {
            /** Has More */
            readonly has_more: boolean;
            /** Items */
            readonly items: readonly components["schemas"]["Message"][];
        };
        /**
         * MessageRate
         * @description ``message.rate``: thumbs for one answer; a second one replaces the first.
         */
        readonly MessageRate: {
            /**
             * Comment
             * @default null
             */
            readonly comment: string | null;
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /**
             * Rating
             * @enum {string}
             */
            readonly rating: "up" | "down";
        };
        /**
         * MessageSend
         * @description ``message.send``; acked with ``MessageSendAck``.
         */
        readonly MessageSend: {
            /** Client Message Id */
            readonly client_message_id: string;
            /** Text */
            readonly text: string;
        };
        /**
         * MessageSendAck
         * @description The message is with the broker, confirmed: it will not be lost.
         */
        readonly MessageSendAck: {
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /**
             * Ok
             * @default true
             * @constant
             */
            readonly ok: true;
            /** Seq */
            readonly seq: number;
        };
        /**
         * ModelTrouble
         * @description Why a turn was answered without the language model that is configured.
         * @enum {string}
         */
        readonly ModelTrouble: "loading" | "load_failed" | "out_of_memory" | "overloaded" | "deadline" | "unreachable" | "failed" | "silent";
        /**
         * NoPayload
         * @description ``generation.stop``, ``handoff.request`` and ``typing.start`` carry nothing.
         */
        readonly NoPayload: Record<string, never>;
        /**
         * OperatorAuth
         * @description What the console sends as Socket.IO ``auth``.
         */
        readonly OperatorAuth: {
            /** Token */
            readonly token: string;
        };
        /**
         * OperatorInfo
         * @description An operator as the console shows it.
         */
        readonly OperatorInfo: {
            /** Email */
            readonly email: string;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            readonly locale: components["schemas"]["Locale"];
            /** Name */
            readonly name: string;
            readonly role: components["schemas"]["Role"];
        };
        /**
         * OperatorJoined
         * @description ``operator.joined``: a person has the floor.
         */
        readonly OperatorJoined: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string;
            /** Name */
            readonly name: string;
        };
        /**
         * OperatorLine
         * @description Episodes in which an operator wrote last.
         */
        readonly OperatorLine: {
            /** Episodes */
            readonly episodes: number;
            readonly first_human: components["schemas"]["Durations"];
            /** Name */
            readonly name: string;
            /**
             * Operator Id
             * Format: uuid
             */
            readonly operator_id: string;
            readonly score: components["schemas"]["Score"];
        };
        /**
         * OperatorMessageSend
         * @description ``message.send`` of an operator; acked with ``MessageSendAck``.
         */
        readonly OperatorMessageSend: {
            /** Client Message Id */
            readonly client_message_id: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Text */
            readonly text: string;
        };
        /**
         * Outcome
         * @description What a finished agent message is, or what a system message reports.
         * @enum {string}
         */
        readonly Outcome: "answered" | "quoted" | "clarified" | "greeted" | "declined" | "stopped" | "handed_off" | "operator_joined" | "returned" | "closed";
        /**
         * PartialAnswer
         * @description An answer that is being written right now; ``text`` is all of it so far.
         */
        readonly PartialAnswer: {
            /**
             * Agent
             * @default null
             */
            readonly agent: string | null;
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /**
             * Stage
             * @default null
             */
            readonly stage: string | null;
            /**
             * Text
             * @default
             */
            readonly text: string;
        };
        /**
         * PassageInfo
         * @description A passage of a document, as the agents are given it; ``text`` is Markdown.
         *
         *     ``phrasings`` are questions that it answers. ``version`` is that of the document which it was
         *     made of: while a newer one is not read yet, or cannot be, agents answer from the older.
         */
        readonly PassageInfo: {
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Ordinal */
            readonly ordinal: number;
            /**
             * Phrasings
             * @default []
             */
            readonly phrasings: readonly string[];
            /** Text */
            readonly text: string;
            /** Title */
            readonly title: string;
            /** Version */
            readonly version: number;
        };
        /**
         * PassagePage
         * @description Passages in their order; ``next`` is the ``after`` of the next page.
         */
        readonly PassagePage: {
            /** Items */
            readonly items: readonly components["schemas"]["PassageInfo"][];
            /** Next */
            readonly next?: number | null;
        };
        /**
         * QuestionExample
         * @description A question as a visitor put it, and where.
         */
        readonly QuestionExample: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Text */
            readonly text: string;
        };
        /**
         * QuestionGroup
         * @description Questions in about the same words that no agent could answer.
         */
        readonly QuestionGroup: {
            /** Agents */
            readonly agents: readonly string[];
            /** Count */
            readonly count: number;
            /** Examples */
            readonly examples: readonly components["schemas"]["QuestionExample"][];
            /**
             * Last At
             * Format: date-time
             */
            readonly last_at: string;
            /** Question */
            readonly question: string;
        };
        /**
         * QuestionGroups
         * @description Unanswered questions, the most frequent first; of ``considered`` ones, newest first.
         */
        readonly QuestionGroups: {
            /** Considered */
            readonly considered: number;
            /** Has More */
            readonly has_more: boolean;
            /** Items */
            readonly items: readonly components["schemas"]["QuestionGroup"][];
        };
        /**
         * ReasonLine
         * @description Hand-offs for a reason; null: it was not kept.
         */
        readonly ReasonLine: {
            /** Episodes */
            readonly episodes: number;
            readonly reason: components["schemas"]["HandoffReason"] | null;
        };
        /**
         * ReliabilityBin
         * @description Questions of about the same confidence, and the share of them it was right about.
         */
        readonly ReliabilityBin: {
            /** Count */
            readonly count: number;
            /** High */
            readonly high: number;
            /** Low */
            readonly low: number;
            /** Observed */
            readonly observed: number;
            /** Predicted */
            readonly predicted: number;
        };
        /**
         * Role
         * @description What an operator may do; each role may do all that the ones before it may.
         * @enum {string}
         */
        readonly Role: "operator" | "supervisor" | "admin";
        /**
         * Score
         * @description Scores from 1 to 5 that visitors gave.
         */
        readonly Score: {
            /** Count */
            readonly count: number;
            /** Mean */
            readonly mean: number | null;
        };
        /**
         * SearchHit
         * @description The newest message of a conversation in which the search was found, cut around it.
         */
        readonly SearchHit: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Excerpt */
            readonly excerpt: readonly components["schemas"]["ExcerptPart"][];
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            readonly sender: components["schemas"]["Sender"];
            /** Seq */
            readonly seq: number;
        };
        /**
         * Sender
         * @description Who speaks in a message.
         * @enum {string}
         */
        readonly Sender: "visitor" | "agent" | "operator" | "system";
        /**
         * SiteLine
         * @description Episodes of a site.
         */
        readonly SiteLine: {
            /** Episodes */
            readonly episodes: number;
            /** Handed Off */
            readonly handed_off: number;
            /** Resolved */
            readonly resolved: number;
            /** Settled */
            readonly settled: number;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
        };
        /**
         * Stage
         * @description What the agents are doing right now, as the visitor is told.
         * @enum {string}
         */
        readonly Stage: "queued" | "understanding" | "routing" | "reading" | "writing" | "checking";
        /**
         * Step
         * @description What understanding did to a message before anything was searched for.
         * @enum {string}
         */
        readonly Step: "mixed_script" | "layout" | "transliteration" | "slip" | "follow_up" | "parts" | "gloss";
        /**
         * Totals
         * @description Episodes of a period, by what became of them.
         *
         *     ``settled`` ones are over: closed, or silent for a day; only of those can it be said whether
         *     they were resolved. ``durable`` is out of ``durable_of``: resolved ones old enough to tell.
         */
        readonly Totals: {
            readonly agents_score: components["schemas"]["Score"];
            /** Answered */
            readonly answered: number;
            /** Downs */
            readonly downs: number;
            /** Durable */
            readonly durable: number;
            /** Durable Of */
            readonly durable_of: number;
            /** Episodes */
            readonly episodes: number;
            readonly first_answer: components["schemas"]["Durations"];
            readonly first_human: components["schemas"]["Durations"];
            /** Handed Off */
            readonly handed_off: number;
            /** Missed */
            readonly missed: number;
            readonly people_score: components["schemas"]["Score"];
            /** Reported */
            readonly reported: number;
            readonly resolution: components["schemas"]["Durations"];
            /** Resolved */
            readonly resolved: number;
            /** Settled */
            readonly settled: number;
            /** Unanswered */
            readonly unanswered: number;
            /** Ups */
            readonly ups: number;
            /** Visitor Messages */
            readonly visitor_messages: number;
            /** Visitors */
            readonly visitors: number;
        };
        /**
         * TypingStarted
         * @description ``typing.started``: the other side is typing; forget it after five seconds.
         */
        readonly TypingStarted: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Name
             * @default null
             */
            readonly name: string | null;
        };
        /** ValidationError */
        readonly ValidationError: {
            /** Context */
            readonly ctx?: Record<string, never>;
            /** Input */
            readonly input?: unknown;
            /** Location */
            readonly loc: readonly (string | number)[];
            /** Message */
            readonly msg: string;
            /** Error Type */
            readonly type: string;
        };
        /**
         * ViewInfo
         * @description Filters under a name. With ``site_id`` it is shared with that site's people.
         */
        readonly ViewInfo: {
            readonly filters: components["schemas"]["InboxFilter"];
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
            /**
             * Owner Id
             * Format: uuid
             */
            readonly owner_id: string;
            /** Owner Name */
            readonly owner_name: string;
            /** Site Id */
            readonly site_id?: string | null;
        };
        /**
         * ViewList
         * @description The operator's own views and those shared with them, by name.
         */
        readonly ViewList: {
            /** Items */
            readonly items: readonly components["schemas"]["ViewInfo"][];
        };
        /**
         * ViewPut
         * @description ``POST /views`` and ``PUT /views/{id}``. Only supervisors may share: give a ``site_id``.
         */
        readonly ViewPut: {
            readonly filters: components["schemas"]["InboxFilter"];
            /** Name */
            readonly name: string;
            /** Site Id */
            readonly site_id?: string | null;
        };
        /**
         * VisitorAuth
         * @description What the widget sends as Socket.IO ``auth``.
         */
        readonly VisitorAuth: {
            /**
             * Cursor
             * @default null
             */
            readonly cursor: string | null;
            /** Token */
            readonly token: string;
        };
        /**
         * VisitorSession
         * @description A visitor's key to one conversation. ``cursor`` is null before the first snapshot.
         */
        readonly VisitorSession: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Cursor */
            readonly cursor: string | null;
            /** Expires In */
            readonly expires_in: number;
            readonly settings: components["schemas"]["WidgetSettings"];
            /** Token */
            readonly token: string;
            /**
             * Visitor Id
             * Format: uuid
             */
            readonly visitor_id: string;
        };
        /**
         * VisitorSessionRequest
         * @description ``POST /visitor/sessions``. With a visitor's token in ``Authorization`` it is continued.
         */
        readonly VisitorSessionRequest: {
            readonly locale?: components["schemas"]["Locale"] | null;
            /** Site Key */
            readonly site_key: string;
        };
        /**
         * WebSourceInfo
         * @description A place on the web and how far its reading has come; its pages are documents.
         *
         *     ``removed`` are addresses of pages that the last reading found no longer there (100 at most).
         */
        readonly WebSourceInfo: {
            /** Agent */
            readonly agent: string;
            /**
             * Errors
             * @default []
             */
            readonly errors: readonly components["schemas"]["KnowledgeProblem"][];
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Limit */
            readonly limit: number;
            /** Pages */
            readonly pages: number;
            /**
             * Removed
             * @default []
             */
            readonly removed: readonly string[];
            /**
             * State
             * @enum {string}
             */
            readonly state: "pending" | "reading" | "ready" | "failed";
            /**
             * Updated At
             * Format: date-time
             */
            readonly updated_at: string;
            /** Url */
            readonly url: string;
        };
        /**
         * WebSourceList
         * @description Web sources of one site.
         */
        readonly WebSourceList: {
            /** Items */
            readonly items: readonly components["schemas"]["WebSourceInfo"][];
        };
        /**
         * WebSourcePut
         * @description ``POST /knowledge/sites``: a page with what is below its folder, or a sitemap.
         */
        readonly WebSourcePut: {
            /** Agent */
            readonly agent: string;
            /**
             * Limit
             * @default 100
             */
            readonly limit: number;
            /** Site Key */
            readonly site_key: string;
            /** Url */
            readonly url: string;
        };
        /**
         * WidgetSettings
         * @description What the widget needs to know of its site.
         */
        readonly WidgetSettings: {
            /** Agents */
            readonly agents: readonly components["schemas"]["AgentInfo"][];
            /** Examples */
            readonly examples: readonly string[];
            /** Greeting */
            readonly greeting: string;
            readonly locale: components["schemas"]["Locale"];
            /** Site Name */
            readonly site_name: string;
            /** Text Limit */
            readonly text_limit: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AccessGrant = components['schemas']['AccessGrant'];
export type AckError = components['schemas']['AckError'];
export type AckOk = components['schemas']['AckOk'];
export type AgentInfo = components['schemas']['AgentInfo'];
export type AgentLine = components['schemas']['AgentLine'];
export type AgentPatch = components['schemas']['AgentPatch'];
export type AgentPolicy = components['schemas']['AgentPolicy'];
export type AgentPolicyList = components['schemas']['AgentPolicyList'];
export type AnalyticsSummary = components['schemas']['AnalyticsSummary'];
export type AnswerPassage = components['schemas']['AnswerPassage'];
export type AnswerProvenance = components['schemas']['AnswerProvenance'];
export type AnswerStep = components['schemas']['AnswerStep'];
export type AppliedPolicy = components['schemas']['AppliedPolicy'];
export type AuditAction = components['schemas']['AuditAction'];
export type AuditActor = components['schemas']['AuditActor'];
export type AuditEntryInfo = components['schemas']['AuditEntryInfo'];
export type AuditPage = components['schemas']['AuditPage'];
export type BulkAction = components['schemas']['BulkAction'];
export type BulkOutcome = components['schemas']['BulkOutcome'];
export type BulkRequest = components['schemas']['BulkRequest'];
export type BulkResult = components['schemas']['BulkResult'];
export type Citation = components['schemas']['Citation'];
export type ConfidenceCurve = components['schemas']['ConfidenceCurve'];
export type ConversationCommand = components['schemas']['ConversationCommand'];
export type ConversationOpen = components['schemas']['ConversationOpen'];
export type ConversationOpenAck = components['schemas']['ConversationOpenAck'];
export type ConversationPage = components['schemas']['ConversationPage'];
export type ConversationRate = components['schemas']['ConversationRate'];
export type ConversationRead = components['schemas']['ConversationRead'];
export type ConversationSeen = components['schemas']['ConversationSeen'];
export type ConversationSnapshot = components['schemas']['ConversationSnapshot'];
export type ConversationState = components['schemas']['ConversationState'];
export type ConversationStatus = components['schemas']['ConversationStatus'];
export type ConversationStatusChanged = components['schemas']['ConversationStatusChanged'];
export type ConversationSummary = components['schemas']['ConversationSummary'];
export type CurvePoint = components['schemas']['CurvePoint'];
export type DayLine = components['schemas']['DayLine'];
export type DocumentInfo = components['schemas']['DocumentInfo'];
export type DocumentList = components['schemas']['DocumentList'];
export type DocumentPut = components['schemas']['DocumentPut'];
export type Durations = components['schemas']['Durations'];
export type EpisodeInfo = components['schemas']['EpisodeInfo'];
export type EpisodePage = components['schemas']['EpisodePage'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type Event = components['schemas']['Event'];
export type ExcerptPart = components['schemas']['ExcerptPart'];
export type GenerationFailed = components['schemas']['GenerationFailed'];
export type GenerationStage = components['schemas']['GenerationStage'];
export type HandoffReason = components['schemas']['HandoffReason'];
export type HandoffStarted = components['schemas']['HandoffStarted'];
export type Health = components['schemas']['Health'];
export type HourCell = components['schemas']['HourCell'];
export type HttpValidationError = components['schemas']['HTTPValidationError'];
export type InboxFilter = components['schemas']['InboxFilter'];
export type InboxRead = components['schemas']['InboxRead'];
export type InboxUpdated = components['schemas']['InboxUpdated'];
export type KnowledgeProblem = components['schemas']['KnowledgeProblem'];
export type LabelColour = components['schemas']['LabelColour'];
export type LabelInfo = components['schemas']['LabelInfo'];
export type LabelList = components['schemas']['LabelList'];
export type LabelPatch = components['schemas']['LabelPatch'];
export type LabelPost = components['schemas']['LabelPost'];
export type LastMessage = components['schemas']['LastMessage'];
export type Locale = components['schemas']['Locale'];
export type LoginRequest = components['schemas']['LoginRequest'];
export type Measure = components['schemas']['Measure'];
export type Message = components['schemas']['Message'];
export type MessageCompleted = components['schemas']['MessageCompleted'];
export type MessageCreated = components['schemas']['MessageCreated'];
export type MessageDelta = components['schemas']['MessageDelta'];
export type MessagePage = components['schemas']['MessagePage'];
export type MessageRate = components['schemas']['MessageRate'];
export type MessageSend = components['schemas']['MessageSend'];
export type MessageSendAck = components['schemas']['MessageSendAck'];
export type ModelTrouble = components['schemas']['ModelTrouble'];
export type NoPayload = components['schemas']['NoPayload'];
export type OperatorAuth = components['schemas']['OperatorAuth'];
export type OperatorInfo = components['schemas']['OperatorInfo'];
export type OperatorJoined = components['schemas']['OperatorJoined'];
export type OperatorLine = components['schemas']['OperatorLine'];
export type OperatorMessageSend = components['schemas']['OperatorMessageSend'];
export type Outcome = components['schemas']['Outcome'];
export type PartialAnswer = components['schemas']['PartialAnswer'];
export type PassageInfo = components['schemas']['PassageInfo'];
export type PassagePage = components['schemas']['PassagePage'];
export type QuestionExample = components['schemas']['QuestionExample'];
export type QuestionGroup = components['schemas']['QuestionGroup'];
export type QuestionGroups = components['schemas']['QuestionGroups'];
export type ReasonLine = components['schemas']['ReasonLine'];
export type ReliabilityBin = components['schemas']['ReliabilityBin'];
export type Role = components['schemas']['Role'];
export type Score = components['schemas']['Score'];
export type SearchHit = components['schemas']['SearchHit'];
export type Sender = components['schemas']['Sender'];
export type SiteLine = components['schemas']['SiteLine'];
export type Stage = components['schemas']['Stage'];
export type Step = components['schemas']['Step'];
export type Totals = components['schemas']['Totals'];
export type TypingStarted = components['schemas']['TypingStarted'];
export type ValidationError = components['schemas']['ValidationError'];
export type ViewInfo = components['schemas']['ViewInfo'];
export type ViewList = components['schemas']['ViewList'];
export type ViewPut = components['schemas']['ViewPut'];
export type VisitorAuth = components['schemas']['VisitorAuth'];
export type VisitorSession = components['schemas']['VisitorSession'];
export type VisitorSessionRequest = components['schemas']['VisitorSessionRequest'];
export type WebSourceInfo = components['schemas']['WebSourceInfo'];
export type WebSourceList = components['schemas']['WebSourceList'];
export type WebSourcePut = components['schemas']['WebSourcePut'];
export type WidgetSettings = components['schemas']['WidgetSettings'];
export type $defs = Record<string, never>;
export interface operations {
    readonly agents_api_v1_agents_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgentPolicyList"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly change_api_v1_agents__site_id___slug__patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AgentPatch"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgentPolicy"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly episodes_api_v1_analytics_episodes_get: {
        readonly parameters: {
            readonly query: {
                readonly agent?: string | null;
                readonly before?: string | null;
                readonly hour?: number | null;
                readonly limit?: number;
                readonly measure?: components["schemas"]["Measure"];
                readonly operator_id?: string | null;
                readonly reason?: components["schemas"]["HandoffReason"] | null;
                /** @description The first day */
                readonly since: string;
                readonly site_id?: string | null;
                /** @description The last day */
                readonly until: string;
                readonly weekday?: number | null;
                readonly zone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EpisodePage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly table_api_v1_analytics_episodes_csv_get: {
        readonly parameters: {
            readonly query: {
                readonly agent?: string | null;
                readonly hour?: number | null;
                readonly measure?: components["schemas"]["Measure"];
                readonly operator_id?: string | null;
                readonly reason?: components["schemas"]["HandoffReason"] | null;
                /** @description The first day */
                readonly since: string;
                readonly site_id?: string | null;
                /** @description The last day */
                readonly until: string;
                readonly weekday?: number | null;
                readonly zone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The episodes */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly questions_api_v1_analytics_questions_get: {
        readonly parameters: {
            readonly query: {
                readonly agent?: string | null;
                readonly hour?: number | null;
                readonly operator_id?: string | null;
                readonly reason?: components["schemas"]["HandoffReason"] | null;
                /** @description The first day */
                readonly since: string;
                readonly site_id?: string | null;
                /** @description The last day */
                readonly until: string;
                readonly weekday?: number | null;
                readonly zone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QuestionGroups"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly summary_api_v1_analytics_summary_get: {
        readonly parameters: {
            readonly query: {
                readonly agent?: string | null;
                readonly hour?: number | null;
                readonly operator_id?: string | null;
                readonly reason?: components["schemas"]["HandoffReason"] | null;
                /** @description The first day */
                readonly since: string;
                readonly site_id?: string | null;
                /** @description The last day */
                readonly until: string;
                readonly weekday?: number | null;
                readonly zone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AnalyticsSummary"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly entries_api_v1_audit_get: {
        readonly parameters: {
            readonly query?: {
                readonly action?: components["schemas"]["AuditAction"] | null;
                readonly actor_id?: string | null;
                readonly before?: string | null;
                readonly limit?: number;
                readonly subject?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly login_api_v1_auth_login_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LoginRequest"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessGrant"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly logout_api_v1_auth_logout_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly me_api_v1_auth_me_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OperatorInfo"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly refresh_api_v1_auth_refresh_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessGrant"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly conversations_api_v1_conversations_get: {
        readonly parameters: {
            readonly query?: {
                readonly agent?: string | null;
                readonly assigned?: ("me" | "nobody") | string | null;
                readonly before?: string | null;
                readonly labels?: readonly string[];
                readonly limit?: number;
                readonly q?: string;
                readonly rating?: ("up" | "down") | null;
                readonly scores?: readonly number[];
                readonly since?: string | null;
                readonly site?: string | null;
                readonly status?: readonly components["schemas"]["ConversationStatus"][];
                readonly unread?: boolean;
                readonly until?: string | null;
                readonly waiting_over?: number | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly conversation_api_v1_conversations__conversation_id__get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly conversation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversationSummary"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly put_on_api_v1_conversations__conversation_id__labels__label_id__put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly conversation_id: string;
                readonly label_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly take_off_api_v1_conversations__conversation_id__labels__label_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly conversation_id: string;
                readonly label_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly messages_api_v1_conversations__conversation_id__messages_get: {
        readonly parameters: {
            readonly query?: {
                readonly before_seq?: number | null;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly conversation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly provenance_api_v1_conversations__conversation_id__messages__message_id__provenance_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly conversation_id: string;
                readonly message_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AnswerProvenance"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly bulk_api_v1_conversations_bulk_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkRequest"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly documents_api_v1_knowledge_documents_get: {
        readonly parameters: {
            readonly query: {
                readonly site_key: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentList"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly put_api_v1_knowledge_documents_put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DocumentPut"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly remove_api_v1_knowledge_documents__document_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly passages_api_v1_knowledge_documents__document_id__passages_get: {
        readonly parameters: {
            readonly query?: {
                readonly after?: number;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PassagePage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly upload_api_v1_knowledge_documents_upload_post: {
        readonly parameters: {
            readonly query: {
                readonly agent: string;
                readonly name: string;
                readonly site_key: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": string;
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly web_sources_api_v1_knowledge_sites_get: {
        readonly parameters: {
            readonly query: {
                readonly site_key: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebSourceList"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly put_site_api_v1_knowledge_sites_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebSourcePut"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebSourceInfo"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly labels_api_v1_labels_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LabelList"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly add_label_api_v1_labels_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LabelPost"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LabelInfo"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly delete_label_api_v1_labels__label_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly label_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly change_label_api_v1_labels__label_id__patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly label_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LabelPatch"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LabelInfo"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly views_api_v1_views_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewList"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly add_view_api_v1_views_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ViewPut"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewInfo"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly change_view_api_v1_views__view_id__put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly view_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ViewPut"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewInfo"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly delete_view_api_v1_views__view_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly view_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly older_messages_api_v1_visitor_messages_get: {
        readonly parameters: {
            readonly query?: {
                readonly before_seq?: number | null;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly open_session_api_v1_visitor_sessions_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VisitorSessionRequest"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VisitorSession"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Validation Error */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly healthz_healthz_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly readyz_readyz_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
}
