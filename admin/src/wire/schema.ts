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
         * @description Return a page; ``before`` is the ``next`` of the page above it.
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
    readonly "/api/v1/conversations/{conversation_id}/attachments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Upload a file for the next message
         * @description Keep a picture or a document, the body as it is, up to 10 MB; its content tells its kind.
         */
        readonly post: operations["upload_by_operator_api_v1_conversations__conversation_id__attachments_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}/attachments/{attachment_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A file of a conversation
         * @description Return a file that was sent, or one's own.
         */
        readonly get: operations["for_operator_api_v1_conversations__conversation_id__attachments__attachment_id__get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}/context": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who asks, from where, and their ratings
         * @description Return the visitor, their page, what they rated and why it was closed.
         */
        readonly get: operations["context_api_v1_conversations__conversation_id__context_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}/earlier": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Other conversations of the same visitor
         * @description Return a page, newest first; ``before`` is the ``next`` of the page above it.
         */
        readonly get: operations["earlier_api_v1_conversations__conversation_id__earlier_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}/handoff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Why a person was called, and what was tried
         * @description Return what whoever takes over must know, quoted from what was said.
         */
        readonly get: operations["handoff_api_v1_conversations__conversation_id__handoff_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
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
    readonly "/api/v1/conversations/{conversation_id}/notes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Private notes of a conversation
         * @description Return a page, oldest first; ``before`` is the ``next`` of the page below it.
         */
        readonly get: operations["notes_api_v1_conversations__conversation_id__notes_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conversations/{conversation_id}/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who can be mentioned in a note
         * @description Return who works for the conversation's site.
         */
        readonly get: operations["people_api_v1_conversations__conversation_id__people_get"];
        readonly put?: never;
        readonly post?: never;
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
    readonly "/api/v1/mentions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Notes that mention the operator, newest first
         * @description Return a page; ``before`` is the ``next`` of the page above it.
         */
        readonly get: operations["mentions_api_v1_mentions_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/mentions/seen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Keep that mentions were looked at
         * @description Return how many mentions are left that were not looked at.
         */
        readonly post: operations["seen_api_v1_mentions_seen_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/replies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Canned replies: the sites' and the operator's own
         * @description Return a page by shortcut; ``after`` is the ``next`` of the page before it.
         */
        readonly get: operations["replies_api_v1_replies_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/replies/{reply_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Keep a canned reply of one's own
         * @description Make or replace a reply that only its operator sees.
         */
        readonly put: operations["put_own_api_v1_replies__reply_id__put"];
        readonly post?: never;
        /**
         * Delete a reply of one's own
         * @description Take a reply of the operator's own away; the same id may be put again.
         */
        readonly delete: operations["delete_own_api_v1_replies__reply_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The administrator's sites
         * @description Return the sites, disabled ones too, with where each was last seen.
         */
        readonly get: operations["sites_api_v1_sites_get"];
        readonly put?: never;
        /**
         * Make a site
         * @description Make a site with a key of its own; the administrator works for it from now on.
         */
        readonly post: operations["create_api_v1_sites_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All of a site
         * @description Return what is decided of a site, and what is seen of it.
         */
        readonly get: operations["site_api_v1_sites__site_id__get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a site
         * @description Keep what the body names; widgets that open from now on obey it.
         */
        readonly patch: operations["change_api_v1_sites__site_id__patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/identity-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make a new identity secret
         * @description Make a secret and tell it, this once; the one before is good for the grace.
         */
        readonly post: operations["rotate_secret_api_v1_sites__site_id__identity_secret_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/key": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a site a new public key
         * @description Make a new key; the old one is good for the grace, then unknown.
         */
        readonly post: operations["rotate_key_api_v1_sites__site_id__key_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/replies/{reply_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Keep a canned reply of a site
         * @description Make or replace a reply that all operators of the site use.
         */
        readonly put: operations["put_of_site_api_v1_sites__site_id__replies__reply_id__put"];
        readonly post?: never;
        /**
         * Delete a reply of a site
         * @description Take a site's reply away; the same id may be put again.
         */
        readonly delete: operations["delete_of_site_api_v1_sites__site_id__replies__reply_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/teams": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Teams, rules of assignment and people of the operator's sites
         * @description Return every site of the operator with its teams and who works there.
         */
        readonly get: operations["teams_api_v1_teams_get"];
        readonly put?: never;
        /**
         * Make a team
         * @description Make a team of people who work for the site; 409 when it has one of this name.
         */
        readonly post: operations["create_api_v1_teams_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/teams/{team_id}": {
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
         * Delete a team
         * @description Delete a team; what waits for it then waits for everybody of the site.
         */
        readonly delete: operations["delete_api_v1_teams__team_id__delete"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a team
         * @description Change the name, the rule or the members; what the body leaves out stays.
         */
        readonly patch: operations["change_api_v1_teams__team_id__patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/teams/rules/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Choose how waiting conversations find somebody
         * @description Keep the site's rules; they hold within a second.
         */
        readonly put: operations["rules_api_v1_teams_rules__site_id__put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/attachments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Upload a file for the next message
         * @description Keep a picture or a document, the body as it is, up to 10 MB; its content tells its kind.
         */
        readonly post: operations["upload_by_visitor_api_v1_visitor_attachments_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/attachments/{attachment_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A file of the visitor's conversation
         * @description Return a file that was sent, or one's own.
         */
        readonly get: operations["for_visitor_api_v1_visitor_attachments__attachment_id__get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/contact": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Leave a contact while nobody is there
         * @description Keep how to reach the visitor; the message goes to the operators, who see it later.
         */
        readonly post: operations["leave_contact_api_v1_visitor_contact_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/look": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the launcher of a site looks like
         * @description Return the look of a site; it names nobody, so browsers keep it for five minutes.
         */
        readonly get: operations["look_api_v1_visitor_look_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
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
         * AssignmentRules
         * @description How a site's waiting conversations find somebody.
         *
         *     ``automatic``: each that waits for no team is offered to the available operator with the fewest
         *     open ones; who does not take it in ``take_seconds`` loses it to the next.
         */
        readonly AssignmentRules: {
            /** Automatic */
            readonly automatic: boolean;
            /**
             * Take Seconds
             * @default 120
             */
            readonly take_seconds: number;
        };
        /**
         * Attachment
         * @description A file of a message; pictures have a size in pixels. Fetched over HTTP, with the token.
         */
        readonly Attachment: {
            /** Height */
            readonly height?: number | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Size */
            readonly size: number;
            readonly type: components["schemas"]["FileType"];
            /** Width */
            readonly width?: number | null;
        };
        /**
         * AuditAction
         * @description What was changed, as ``subject.past-tense``; the console has a sentence for each.
         * @enum {string}
         */
        readonly AuditAction: "agent.changed" | "site.created" | "site.changed" | "site.key-rotated" | "site.secret-rotated" | "reply.created" | "reply.changed" | "reply.deleted" | "team.created" | "team.changed" | "team.deleted" | "assignment_rules.changed";
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
         * Availability
         * @description What an operator says of themselves: whether new conversations may come to them.
         * @enum {string}
         */
        readonly Availability: "available" | "away";
        /**
         * AvailabilityAck
         * @description The ack of ``availability.set``.
         */
        readonly AvailabilityAck: {
            readonly availability: components["schemas"]["Availability"];
            /**
             * Ok
             * @default true
             * @constant
             */
            readonly ok: true;
        };
        /**
         * AvailabilitySet
         * @description ``availability.set``: whether new conversations may come to me; kept until changed.
         */
        readonly AvailabilitySet: {
            readonly availability: components["schemas"]["Availability"];
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
         * CloseReason
         * @description Why an operator closed a conversation; visitors are not told.
         * @enum {string}
         */
        readonly CloseReason: "solved" | "no_answer" | "spam" | "duplicate" | "other";
        /**
         * ClosingInfo
         * @description Why a conversation was closed; ``message_id`` is the system message that says so.
         */
        readonly ClosingInfo: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** Comment */
            readonly comment?: string | null;
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /** Operator Name */
            readonly operator_name?: string | null;
            readonly reason: components["schemas"]["CloseReason"];
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
         * ContactInfo
         * @description How the visitor asked to be reached when nobody was there; nobody has verified it.
         */
        readonly ContactInfo: {
            /** Email */
            readonly email?: string | null;
            /** Phone */
            readonly phone?: string | null;
        };
        /**
         * ContactLeave
         * @description ``POST /visitor/contact``: how to reach the visitor when nobody is there, and what about.
         *
         *     One of ``email`` and ``phone`` is needed. The message goes into the conversation as the
         *     visitor's own, under ``client_message_id``: a repeated request leaves one message.
         */
        readonly ContactLeave: {
            /** Client Message Id */
            readonly client_message_id: string;
            /** Email */
            readonly email?: string | null;
            /** Phone */
            readonly phone?: string | null;
            /** Text */
            readonly text: string;
        };
        /**
         * ContactLeft
         * @description The contact is kept, and the message is with the broker.
         */
        readonly ContactLeft: {
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /** Seq */
            readonly seq: number;
        };
        /**
         * ConversationAssign
         * @description ``conversation.assign``: who is responsible from now on: an operator, a team, or nobody.
         */
        readonly ConversationAssign: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Operator Id
             * @default null
             */
            readonly operator_id: string | null;
            /**
             * Team Id
             * @default null
             */
            readonly team_id: string | null;
        };
        /**
         * ConversationClose
         * @description ``conversation.close``, with the reason; operators alone are told of it.
         */
        readonly ConversationClose: {
            /**
             * Comment
             * @default null
             */
            readonly comment: string | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** @default null */
            readonly reason: components["schemas"]["CloseReason"] | null;
        };
        /**
         * ConversationClosed
         * @description ``conversation.closed``: who closed it and why; ``message_id`` is the system message.
         */
        readonly ConversationClosed: {
            /**
             * Comment
             * @default null
             */
            readonly comment: string | null;
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
             * Operator Name
             * @default null
             */
            readonly operator_name: string | null;
            readonly reason: components["schemas"]["CloseReason"];
        };
        /**
         * ConversationCommand
         * @description ``conversation.take``, ``return``, ``reopen``, ``release``, ``leave``; ``typing.start``.
         */
        readonly ConversationCommand: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
        };
        /**
         * ConversationContext
         * @description ``GET /conversations/{conversation_id}/context``.
         */
        readonly ConversationContext: {
            /**
             * Closings
             * @default []
             */
            readonly closings: readonly components["schemas"]["ClosingInfo"][];
            readonly contact?: components["schemas"]["ContactInfo"] | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            readonly page?: components["schemas"]["PageInfo-Output"] | null;
            /**
             * Ratings
             * @default []
             */
            readonly ratings: readonly components["schemas"]["RatingInfo"][];
            /** Read Seq */
            readonly read_seq: number;
            /** Score */
            readonly score?: number | null;
            /** Score Comment */
            readonly score_comment?: string | null;
            /** Site Name */
            readonly site_name: string;
            readonly visitor: components["schemas"]["VisitorInfo"];
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
         */
        readonly ConversationPage: {
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
         * ConversationRated
         * @description ``conversation.rated``: the visitor gave the conversation a score, 1 to 5.
         */
        readonly ConversationRated: {
            /**
             * Comment
             * @default null
             */
            readonly comment: string | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
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
         * @description ``conversation.seen``: the visitor has read everything up to ``seq``.
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
         */
        readonly ConversationSummary: {
            /** Agent */
            readonly agent?: string | null;
            /** Assigned At */
            readonly assigned_at?: string | null;
            /** Assignee Id */
            readonly assignee_id?: string | null;
            /** Assignee Name */
            readonly assignee_name?: string | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            readonly last_message?: components["schemas"]["LastMessage"] | null;
            /** Last Seq */
            readonly last_seq: number;
            /** Operator Id */
            readonly operator_id?: string | null;
            /** Operator Name */
            readonly operator_name?: string | null;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
            readonly status: components["schemas"]["ConversationStatus"];
            /** Team Id */
            readonly team_id?: string | null;
            /** Team Name */
            readonly team_name?: string | null;
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
         * ConversationViewer
         * @description An operator who has the conversation open; ``typing`` holds for six seconds.
         */
        readonly ConversationViewer: {
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Typing */
            readonly typing: boolean;
        };
        /**
         * ConversationViewers
         * @description ``viewers.updated``: all who have the conversation open, whoever is told included.
         */
        readonly ConversationViewers: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Viewers */
            readonly viewers: readonly components["schemas"]["ConversationViewer"][];
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
         * Detail
         * @description An address, a code, a number or a quotation, as it stands in a visitor's message.
         */
        readonly Detail: {
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /**
             * Text
             * @example ошибка 809
             */
            readonly text: string;
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
         * EarlierConversation
         * @description Another conversation of the same visitor on the same site.
         */
        readonly EarlierConversation: {
            readonly close_reason?: components["schemas"]["CloseReason"] | null;
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Question */
            readonly question?: string | null;
            /** Score */
            readonly score?: number | null;
            readonly status: components["schemas"]["ConversationStatus"];
            /**
             * Updated At
             * Format: date-time
             */
            readonly updated_at: string;
        };
        /**
         * EarlierPage
         * @description ``GET /conversations/{conversation_id}/earlier``: newest first.
         */
        readonly EarlierPage: {
            /** Items */
            readonly items: readonly components["schemas"]["EarlierConversation"][];
            /** Next */
            readonly next?: string | null;
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
            /** Operator Name */
            readonly operator_name?: string | null;
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
         * FileType
         * @description Media types that are taken.
         * @enum {string}
         */
        readonly FileType: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "application/vnd.openxmlformats-officedocument.presentationml.presentation" | "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.spreadsheet" | "text/plain";
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
         * Greeting
         * @description What the first screen says; the first sentence is its heading.
         */
        readonly Greeting: {
            /**
             * En
             * @default
             */
            readonly en: string;
            /**
             * Ru
             * @default
             */
            readonly ru: string;
        };
        /**
         * HandoffCall
         * @description The hand-off itself; what an older version did not write is null.
         */
        readonly HandoffCall: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /**
             * Confidence
             * @example 0.41
             */
            readonly confidence?: number | null;
            /**
             * Explained
             * @default false
             */
            readonly explained: boolean;
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /**
             * Passages
             * @default []
             */
            readonly passages: readonly components["schemas"]["OfferedPassage"][];
            /**
             * Question
             * @example не работает vpn ошибка 809
             */
            readonly question?: string | null;
            readonly reason?: components["schemas"]["HandoffReason"] | null;
            /**
             * Threshold
             * @example 0.75
             */
            readonly threshold?: number | null;
        };
        /**
         * HandoffCard
         * @description ``GET /conversations/{conversation_id}/handoff``: since a person last had the floor.
         *
         *     Made of what is stored and nothing else: every text in it was written by the visitor or by an
         *     agent, and is quoted.
         */
        readonly HandoffCard: {
            /** Agent */
            readonly agent?: string | null;
            readonly call?: components["schemas"]["HandoffCall"] | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Details
             * @default []
             */
            readonly details: readonly components["schemas"]["Detail"][];
            readonly first?: components["schemas"]["SaidBefore"] | null;
            readonly last?: components["schemas"]["SaidBefore"] | null;
            /**
             * Questions
             * @default 0
             */
            readonly questions: number;
            readonly status: components["schemas"]["ConversationStatus"];
            /**
             * Tried
             * @default []
             */
            readonly tried: readonly components["schemas"]["TriedAnswer"][];
            /** Waiting Since */
            readonly waiting_since?: string | null;
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
        /**
         * HoursInterval
         * @description A part of a day on the wall clock; ``end`` may be ``24:00``.
         */
        readonly HoursInterval: {
            /** End */
            readonly end: string;
            /** Start */
            readonly start: string;
        };
        /** HTTPValidationError */
        readonly HTTPValidationError: {
            /** Detail */
            readonly detail?: readonly components["schemas"]["ValidationError"][];
        };
        /**
         * IdentitySecret
         * @description The answer to a rotation: the only time that ``secret`` is told.
         */
        readonly IdentitySecret: {
            /** Secret */
            readonly secret: string;
            readonly site: components["schemas"]["SiteDetail"];
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
         * LastMessage
         * @description The newest message of a conversation, cut to one line.
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
         * LauncherIcon
         * @description What is drawn on the launcher.
         * @enum {string}
         */
        readonly LauncherIcon: "bubble" | "question" | "person" | "spark";
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
         * Mention
         * @description A note that mentions the reader.
         */
        readonly Mention: {
            readonly note: components["schemas"]["Note"];
            /** Seen */
            readonly seen: boolean;
            /** Site Name */
            readonly site_name: string;
            /** Visitor Name */
            readonly visitor_name: string;
        };
        /**
         * MentionPage
         * @description ``GET /mentions``: newest first; ``unseen`` counts all that were not looked at yet.
         */
        readonly MentionPage: {
            /** Items */
            readonly items: readonly components["schemas"]["Mention"][];
            /** Next */
            readonly next?: string | null;
            /** Unseen */
            readonly unseen: number;
        };
        /**
         * MentionsSeen
         * @description ``POST /mentions/seen``: these were looked at.
         */
        readonly MentionsSeen: {
            /** Note Ids */
            readonly note_ids: readonly string[];
        };
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
             * Attachments
             * @default []
             */
            readonly attachments: readonly components["schemas"]["Attachment"][];
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
         * MessageRated
         * @description ``message.rated``: the visitor gave an answer a thumb.
         */
        readonly MessageRated: {
            /**
             * Comment
             * @default null
             */
            readonly comment: string | null;
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
            /**
             * Attachments
             * @default []
             */
            readonly attachments: readonly string[];
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
         * Note
         * @description A note. Its place is behind the message ``after_seq``; among its like order by ``at``.
         */
        readonly Note: {
            /** After Seq */
            readonly after_seq: number;
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /**
             * Author Id
             * Format: uuid
             */
            readonly author_id: string;
            /**
             * Author Name
             * @example Борис
             */
            readonly author_name: string;
            /** Client Message Id */
            readonly client_message_id: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Edited At */
            readonly edited_at?: string | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /**
             * Mentions
             * @default []
             */
            readonly mentions: readonly components["schemas"]["NoteMention"][];
            /**
             * Text
             * @example @Анна, договор у них до марта.
             */
            readonly text: string;
        };
        /**
         * NoteAck
         * @description The note as it is kept.
         */
        readonly NoteAck: {
            readonly note: components["schemas"]["Note"];
            /**
             * Ok
             * @default true
             * @constant
             */
            readonly ok: true;
        };
        /**
         * NoteAdd
         * @description ``note.add``; acked with ``NoteAck``. The same ``client_message_id`` is the same note.
         */
        readonly NoteAdd: {
            /** Client Message Id */
            readonly client_message_id: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Mentions
             * @default []
             */
            readonly mentions: readonly string[];
            /** Text */
            readonly text: string;
        };
        /**
         * NoteAdded
         * @description ``note.added``; passes by without a cursor, so ask for the notes after a snapshot.
         */
        readonly NoteAdded: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            readonly note: components["schemas"]["Note"];
        };
        /**
         * NoteDelete
         * @description ``note.delete`` by its author.
         */
        readonly NoteDelete: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Note Id
             * Format: uuid
             */
            readonly note_id: string;
        };
        /**
         * NoteDeleted
         * @description ``note.deleted``.
         */
        readonly NoteDeleted: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Note Id
             * Format: uuid
             */
            readonly note_id: string;
        };
        /**
         * NoteEdit
         * @description ``note.edit`` by its author; acked with ``NoteAck``. ``mentions`` replace those it had.
         */
        readonly NoteEdit: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Mentions
             * @default []
             */
            readonly mentions: readonly string[];
            /**
             * Note Id
             * Format: uuid
             */
            readonly note_id: string;
            /** Text */
            readonly text: string;
        };
        /**
         * NoteEdited
         * @description ``note.edited``.
         */
        readonly NoteEdited: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            readonly note: components["schemas"]["Note"];
        };
        /**
         * NoteMention
         * @description Whom a note mentions; ``@name`` stands in its text.
         */
        readonly NoteMention: {
            /**
             * Name
             * @example Анна
             */
            readonly name: string;
            /**
             * Operator Id
             * Format: uuid
             */
            readonly operator_id: string;
        };
        /**
         * NoteMentioned
         * @description ``note.mentioned``: to the mentioned alone, whatever they have open.
         */
        readonly NoteMentioned: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            readonly mention: components["schemas"]["Mention"];
        };
        /**
         * NotePage
         * @description ``GET /conversations/{conversation_id}/notes``: oldest first; ``next`` names older ones.
         */
        readonly NotePage: {
            /** Items */
            readonly items: readonly components["schemas"]["Note"][];
            /** Next */
            readonly next?: string | null;
        };
        /**
         * OfferedPassage
         * @description A passage that was found and not enough to answer from.
         */
        readonly OfferedPassage: {
            /**
             * Agent
             * @example network
             */
            readonly agent: string;
            /**
             * Passage Id
             * Format: uuid
             */
            readonly passage_id: string;
            /** Score */
            readonly score: number;
            /**
             * Title
             * @example VPN › Ошибка 809
             */
            readonly title: string;
        };
        /**
         * OpenPeriod
         * @description Operators are there from ``start`` until just before ``end``.
         */
        readonly OpenPeriod: {
            /**
             * End
             * Format: date-time
             */
            readonly end: string;
            /**
             * Start
             * Format: date-time
             */
            readonly start: string;
        };
        /**
         * OperatorAuth
         * @description What the console sends as Socket.IO ``auth``.
         */
        readonly OperatorAuth: {
            /** Token */
            readonly token: string;
        };
        /**
         * OperatorHours
         * @description When operators are there in the next 30 days, 40 periods at most.
         *
         *     Outside them the widget says when they are back, in the time of ``zone``, which people call
         *     ``zone_name``, and offers a form. Null in the settings: there are no hours, somebody is there.
         */
        readonly OperatorHours: {
            /** Periods */
            readonly periods: readonly components["schemas"]["OpenPeriod"][];
            /** Zone */
            readonly zone: string;
            /** Zone Name */
            readonly zone_name: string;
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
            /**
             * Attachments
             * @default []
             */
            readonly attachments: readonly string[];
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
         * OperatorPresence
         * @description A colleague as they are now.
         */
        readonly OperatorPresence: {
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
            readonly state: components["schemas"]["Presence"];
        };
        /**
         * Outcome
         * @description What a finished agent message is, or what a system message reports.
         * @enum {string}
         */
        readonly Outcome: "answered" | "quoted" | "clarified" | "greeted" | "declined" | "stopped" | "handed_off" | "operator_joined" | "returned" | "closed" | "reopened" | "released";
        /**
         * PageInfo
         * @description Where the visitor writes from. The widget leaves the query out of ``url`` by default.
         */
        readonly "PageInfo-Input": {
            /** Browser */
            readonly browser?: string | null;
            /** Locale */
            readonly locale?: string | null;
            /** Referrer */
            readonly referrer?: string | null;
            /** Title */
            readonly title?: string | null;
            /** Url */
            readonly url?: string | null;
        };
        /**
         * PageInfo
         * @description Where the visitor is, as their browser told.
         */
        readonly "PageInfo-Output": {
            /** Browser */
            readonly browser?: string | null;
            /** Locale */
            readonly locale?: string | null;
            /** Referrer */
            readonly referrer?: string | null;
            /** Title */
            readonly title?: string | null;
            /** Url */
            readonly url?: string | null;
        };
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
         * Person
         * @description Somebody who works for a site and can be mentioned.
         */
        readonly Person: {
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /**
             * Name
             * @example Анна
             */
            readonly name: string;
            readonly role: components["schemas"]["Role"];
        };
        /**
         * PersonList
         * @description ``GET /conversations/{conversation_id}/people``: by name.
         */
        readonly PersonList: {
            /** Items */
            readonly items: readonly components["schemas"]["Person"][];
        };
        /**
         * Presence
         * @description What colleagues see of an operator; without a socket they are ``offline``.
         * @enum {string}
         */
        readonly Presence: "available" | "away" | "offline";
        /**
         * PresenceUpdated
         * @description ``presence.updated``: colleagues of one of the operator's sites.
         *
         *     ``full``: these are all who work for it, as sent to every socket that connects; otherwise
         *     those who changed.
         */
        readonly PresenceUpdated: {
            /** Full */
            readonly full: boolean;
            /** Operators */
            readonly operators: readonly components["schemas"]["OperatorPresence"][];
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
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
         * RatingInfo
         * @description A thumb for an answer.
         */
        readonly RatingInfo: {
            /** Comment */
            readonly comment?: string | null;
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
         * Reply
         * @description A canned reply; without a ``site_id`` it is the reader's own.
         */
        readonly Reply: {
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /**
             * Shortcut
             * @example привет
             */
            readonly shortcut: string;
            /** Site Id */
            readonly site_id?: string | null;
            /**
             * Texts
             * @example {
             *       "ru": "Здравствуйте! Меня зовут {operator.name}."
             *     }
             */
            readonly texts: {
                readonly [key: string]: string;
            };
            /**
             * Title
             * @example Приветствие
             */
            readonly title: string;
            /**
             * Updated At
             * Format: date-time
             */
            readonly updated_at: string;
        };
        /**
         * ReplyPage
         * @description ``GET /replies``: by shortcut, the site's and the reader's own; ``next`` names the rest.
         */
        readonly ReplyPage: {
            /** Items */
            readonly items: readonly components["schemas"]["Reply"][];
            /** Next */
            readonly next?: string | null;
        };
        /**
         * ReplyPut
         * @description ``PUT /replies/{reply_id}`` and ``PUT /sites/{site_id}/replies/{reply_id}``.
         *
         *     The id is minted by the caller, so that a repeated request makes one reply.
         */
        readonly ReplyPut: {
            /**
             * Shortcut
             * @example привет
             */
            readonly shortcut: string;
            /**
             * Texts
             * @example {
             *       "ru": "Здравствуйте! Меня зовут {operator.name}."
             *     }
             */
            readonly texts: {
                readonly [key: string]: string;
            };
            /**
             * Title
             * @example Приветствие
             */
            readonly title: string;
        };
        /**
         * Role
         * @description What an operator may do; each role may do all that the ones before it may.
         * @enum {string}
         */
        readonly Role: "operator" | "supervisor" | "admin";
        /**
         * RotateRequest
         * @description A new key or secret; the old one is valid for ``grace_hours`` more, then dead.
         */
        readonly RotateRequest: {
            /**
             * Grace Hours
             * @default 168
             */
            readonly grace_hours: number;
        };
        /**
         * SaidBefore
         * @description What the visitor wrote, in their own words.
         */
        readonly SaidBefore: {
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /** Seq */
            readonly seq: number;
            /**
             * Text
             * @example VPN не подключается, ошибка 809
             */
            readonly text: string;
        };
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
         * SecretInfo
         * @description An identity secret as it may be shown: never the secret itself. ``until`` null: present.
         */
        readonly SecretInfo: {
            /** Id */
            readonly id: string;
            /**
             * Made At
             * Format: date-time
             */
            readonly made_at: string;
            /** Until */
            readonly until: string | null;
        };
        /**
         * Sender
         * @description Who speaks in a message.
         * @enum {string}
         */
        readonly Sender: "visitor" | "agent" | "operator" | "system";
        /**
         * ShortTexts
         * @description A short text in each language; an empty one is the widget's own.
         */
        readonly ShortTexts: {
            /**
             * En
             * @default
             */
            readonly en: string;
            /**
             * Ru
             * @default
             */
            readonly ru: string;
        };
        /**
         * Side
         * @description The corner of the page that the launcher stands in.
         * @enum {string}
         */
        readonly Side: "left" | "right";
        /**
         * SiteCreate
         * @description ``POST /sites``. With ``agents_from`` the agents of that site are there too.
         */
        readonly SiteCreate: {
            /** Agents From */
            readonly agents_from?: string | null;
            /** @default ru */
            readonly locale: components["schemas"]["Locale"];
            /** Name */
            readonly name: string;
            /**
             * Origins
             * @default []
             */
            readonly origins: readonly string[];
        };
        /**
         * SiteDetail
         * @description All that can be decided of a site, and what is seen of it.
         *
         *     ``integrity`` is that of the present ``widget.js``, null where it is not built.
         *     ``defaults`` are the installation's limits, which stand where the site has none.
         */
        readonly SiteDetail: {
            readonly defaults: components["schemas"]["SiteLimitsBody"];
            /** Enabled */
            readonly enabled: boolean;
            readonly greeting: components["schemas"]["Greeting"];
            readonly hours: components["schemas"]["SiteHours"] | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Identity Required */
            readonly identity_required: boolean;
            /** Identity Secrets */
            readonly identity_secrets: readonly components["schemas"]["SecretInfo"][];
            /** Integrity */
            readonly integrity: string | null;
            readonly limits: components["schemas"]["SiteLimitsBody"];
            readonly locale: components["schemas"]["Locale"];
            readonly look: components["schemas"]["SiteLook"];
            /** Name */
            readonly name: string;
            /** Origins */
            readonly origins: readonly string[];
            /** Previous Key */
            readonly previous_key: string | null;
            /** Previous Key Until */
            readonly previous_key_until: string | null;
            /** Public Url */
            readonly public_url: string;
            /** Seen At */
            readonly seen_at: string | null;
            /** Seen Origin */
            readonly seen_origin: string | null;
            /** Site Key */
            readonly site_key: string;
            /** Wildcards */
            readonly wildcards: boolean;
        };
        /**
         * SiteHoliday
         * @description A date with its own hours; without any, nobody is there.
         */
        readonly SiteHoliday: {
            /**
             * Day
             * Format: date
             */
            readonly day: string;
            /**
             * Intervals
             * @default []
             */
            readonly intervals: readonly components["schemas"]["HoursInterval"][];
            /**
             * Name
             * @default
             */
            readonly name: string;
        };
        /**
         * SiteHours
         * @description Working hours of the operators: a week, Monday first, and days that differ.
         */
        readonly SiteHours: {
            /**
             * Holidays
             * @default []
             */
            readonly holidays: readonly components["schemas"]["SiteHoliday"][];
            /** Week */
            readonly week: readonly (readonly components["schemas"]["HoursInterval"][])[];
            /** Zone */
            readonly zone: string;
        };
        /**
         * SiteInfo
         * @description A site in the list.
         */
        readonly SiteInfo: {
            /** Enabled */
            readonly enabled: boolean;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            readonly locale: components["schemas"]["Locale"];
            /** Name */
            readonly name: string;
            /** Origins */
            readonly origins: readonly string[];
            /** Seen At */
            readonly seen_at: string | null;
            /** Seen Origin */
            readonly seen_origin: string | null;
            /** Site Key */
            readonly site_key: string;
        };
        /**
         * SiteLimitsBody
         * @description What the site allows its visitors; null: what the installation allows.
         */
        readonly SiteLimitsBody: {
            /** Answers Per Minute */
            readonly answers_per_minute?: number | null;
            /** Messages Per Minute */
            readonly messages_per_minute?: number | null;
            /** Sockets Per Visitor */
            readonly sockets_per_visitor?: number | null;
            /** Text Limit */
            readonly text_limit?: number | null;
            /**
             * Uploads
             * @default true
             */
            readonly uploads: boolean;
        };
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
         * SiteList
         * @description The administrator's sites, the oldest first.
         */
        readonly SiteList: {
            /** Items */
            readonly items: readonly components["schemas"]["SiteInfo"][];
        };
        /**
         * SiteLook
         * @description How the widget looks. What is written on ``accent`` is chosen by the widget, by contrast.
         */
        readonly SiteLook: {
            /** Accent */
            readonly accent: string;
            /** @default bubble */
            readonly icon: components["schemas"]["LauncherIcon"];
            /**
             * @default {
             *       "en": "",
             *       "ru": ""
             *     }
             */
            readonly label: components["schemas"]["ShortTexts"];
            /**
             * Logo
             * @default true
             */
            readonly logo: boolean;
            /**
             * @default {
             *       "en": "",
             *       "ru": ""
             *     }
             */
            readonly placeholder: components["schemas"]["ShortTexts"];
            /** @default right */
            readonly side: components["schemas"]["Side"];
            /** @default auto */
            readonly theme: components["schemas"]["Theme"];
            /**
             * @default {
             *       "en": "",
             *       "ru": ""
             *     }
             */
            readonly title: components["schemas"]["ShortTexts"];
        };
        /**
         * SitePatch
         * @description ``PATCH /sites/{site_id}``: what is not named stays; ``hours: null`` is around the clock.
         *
         *     ``origins`` are the whole list. One with ``*.`` passes only while ``wildcards`` is true, here
         *     or kept.
         */
        readonly SitePatch: {
            /** Enabled */
            readonly enabled?: boolean | null;
            readonly greeting?: components["schemas"]["Greeting"] | null;
            readonly hours?: components["schemas"]["SiteHours"] | null;
            /** Identity Required */
            readonly identity_required?: boolean | null;
            readonly limits?: components["schemas"]["SiteLimitsBody"] | null;
            readonly locale?: components["schemas"]["Locale"] | null;
            readonly look?: components["schemas"]["SiteLook"] | null;
            /** Name */
            readonly name?: string | null;
            /** Origins */
            readonly origins?: readonly string[] | null;
            /** Wildcards */
            readonly wildcards?: boolean | null;
        };
        /**
         * SiteTeams
         * @description A site of the operator, with its teams and everybody who works there.
         */
        readonly SiteTeams: {
            /** Operators */
            readonly operators: readonly components["schemas"]["TeamMember"][];
            readonly rules: components["schemas"]["AssignmentRules"];
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
            /** Teams */
            readonly teams: readonly components["schemas"]["TeamInfo"][];
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
         * TeamCreate
         * @description ``POST /teams``.
         */
        readonly TeamCreate: {
            /**
             * Automatic
             * @default false
             */
            readonly automatic: boolean;
            /**
             * Members
             * @default []
             */
            readonly members: readonly string[];
            /**
             * Name
             * @example Вторая линия
             */
            readonly name: string;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
        };
        /**
         * TeamInfo
         * @description A team; ``automatic``: what waits for it is offered to its members by itself.
         */
        readonly TeamInfo: {
            /** Automatic */
            readonly automatic: boolean;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Members */
            readonly members: readonly components["schemas"]["TeamMember"][];
            /** Name */
            readonly name: string;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
        };
        /**
         * TeamList
         * @description The operator's sites, by name.
         */
        readonly TeamList: {
            /** Items */
            readonly items: readonly components["schemas"]["SiteTeams"][];
        };
        /**
         * TeamMember
         * @description An operator who works for the site.
         */
        readonly TeamMember: {
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
        };
        /**
         * TeamPatch
         * @description ``PATCH /teams/{team_id}``: what is left out stays; ``members`` are all there are then.
         */
        readonly TeamPatch: {
            /** Automatic */
            readonly automatic?: boolean | null;
            /** Members */
            readonly members?: readonly string[] | null;
            /** Name */
            readonly name?: string | null;
        };
        /**
         * Theme
         * @description Light or dark; ``auto`` is what the visitor's system prefers.
         * @enum {string}
         */
        readonly Theme: "auto" | "light" | "dark";
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
         * TriedAnswer
         * @description What an agent answered before; ``text`` is cut.
         */
        readonly TriedAnswer: {
            /** Agent */
            readonly agent?: string | null;
            /**
             * Choices
             * @default []
             */
            readonly choices: readonly string[];
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            readonly outcome?: components["schemas"]["Outcome"] | null;
            /** Rating */
            readonly rating?: ("up" | "down") | null;
            /** Seq */
            readonly seq: number;
            /**
             * Sources
             * @default []
             */
            readonly sources: readonly string[];
            /** Text */
            readonly text: string;
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
        /**
         * UnseenCount
         * @description How many mentions were not looked at yet.
         */
        readonly UnseenCount: {
            /** Unseen */
            readonly unseen: number;
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
         * VisitorInfo
         * @description Who asks; ``external_id``, ``email`` and ``attributes`` are signed by the site.
         */
        readonly VisitorInfo: {
            /**
             * Attributes
             * @example {
             *       "plan": "pro"
             *     }
             */
            readonly attributes: {
                readonly [key: string]: string | number | boolean | null;
            };
            /** Email */
            readonly email?: string | null;
            /** External Id */
            readonly external_id?: string | null;
            /**
             * First Seen
             * Format: date-time
             */
            readonly first_seen: string;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            readonly locale: components["schemas"]["Locale"];
            /**
             * Name
             * @example Посетитель 1A2B
             */
            readonly name: string;
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
            /** Identity */
            readonly identity?: string | null;
            readonly locale?: components["schemas"]["Locale"] | null;
            readonly page?: components["schemas"]["PageInfo-Input"] | null;
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
         * WidgetLook
         * @description ``GET /visitor/look``: what the launcher needs before anybody has opened it.
         *
         *     Nothing here is of one visitor, so it may be cached; it is all that a page asks for before the
         *     visitor opens the panel. ``label`` is by language, for the widget knows its own.
         */
        readonly WidgetLook: {
            /** Accent */
            readonly accent: string;
            readonly icon: components["schemas"]["LauncherIcon"];
            /** Label */
            readonly label: {
                readonly [key: string]: string;
            };
            /** Logo */
            readonly logo: boolean;
            readonly side: components["schemas"]["Side"];
            readonly theme: components["schemas"]["Theme"];
        };
        /**
         * WidgetSettings
         * @description What the widget needs to know of its site. An empty text is the widget's own.
         */
        readonly WidgetSettings: {
            /** Agents */
            readonly agents: readonly components["schemas"]["AgentInfo"][];
            /** Examples */
            readonly examples: readonly string[];
            /** Greeting */
            readonly greeting: string;
            readonly hours: components["schemas"]["OperatorHours"] | null;
            readonly locale: components["schemas"]["Locale"];
            readonly look: components["schemas"]["WidgetLook"];
            /** Placeholder */
            readonly placeholder: string;
            /** Site Name */
            readonly site_name: string;
            /** Text Limit */
            readonly text_limit: number;
            /** Title */
            readonly title: string;
            /** Uploads */
            readonly uploads: boolean;
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
export type AssignmentRules = components['schemas']['AssignmentRules'];
export type Attachment = components['schemas']['Attachment'];
export type AuditAction = components['schemas']['AuditAction'];
export type AuditActor = components['schemas']['AuditActor'];
export type AuditEntryInfo = components['schemas']['AuditEntryInfo'];
export type AuditPage = components['schemas']['AuditPage'];
export type Availability = components['schemas']['Availability'];
export type AvailabilityAck = components['schemas']['AvailabilityAck'];
export type AvailabilitySet = components['schemas']['AvailabilitySet'];
export type Citation = components['schemas']['Citation'];
export type CloseReason = components['schemas']['CloseReason'];
export type ClosingInfo = components['schemas']['ClosingInfo'];
export type ConfidenceCurve = components['schemas']['ConfidenceCurve'];
export type ContactInfo = components['schemas']['ContactInfo'];
export type ContactLeave = components['schemas']['ContactLeave'];
export type ContactLeft = components['schemas']['ContactLeft'];
export type ConversationAssign = components['schemas']['ConversationAssign'];
export type ConversationClose = components['schemas']['ConversationClose'];
export type ConversationClosed = components['schemas']['ConversationClosed'];
export type ConversationCommand = components['schemas']['ConversationCommand'];
export type ConversationContext = components['schemas']['ConversationContext'];
export type ConversationOpen = components['schemas']['ConversationOpen'];
export type ConversationOpenAck = components['schemas']['ConversationOpenAck'];
export type ConversationPage = components['schemas']['ConversationPage'];
export type ConversationRate = components['schemas']['ConversationRate'];
export type ConversationRated = components['schemas']['ConversationRated'];
export type ConversationRead = components['schemas']['ConversationRead'];
export type ConversationSeen = components['schemas']['ConversationSeen'];
export type ConversationSnapshot = components['schemas']['ConversationSnapshot'];
export type ConversationState = components['schemas']['ConversationState'];
export type ConversationStatus = components['schemas']['ConversationStatus'];
export type ConversationStatusChanged = components['schemas']['ConversationStatusChanged'];
export type ConversationSummary = components['schemas']['ConversationSummary'];
export type ConversationViewer = components['schemas']['ConversationViewer'];
export type ConversationViewers = components['schemas']['ConversationViewers'];
export type CurvePoint = components['schemas']['CurvePoint'];
export type DayLine = components['schemas']['DayLine'];
export type Detail = components['schemas']['Detail'];
export type DocumentInfo = components['schemas']['DocumentInfo'];
export type DocumentList = components['schemas']['DocumentList'];
export type DocumentPut = components['schemas']['DocumentPut'];
export type Durations = components['schemas']['Durations'];
export type EarlierConversation = components['schemas']['EarlierConversation'];
export type EarlierPage = components['schemas']['EarlierPage'];
export type EpisodeInfo = components['schemas']['EpisodeInfo'];
export type EpisodePage = components['schemas']['EpisodePage'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type Event = components['schemas']['Event'];
export type FileType = components['schemas']['FileType'];
export type GenerationFailed = components['schemas']['GenerationFailed'];
export type GenerationStage = components['schemas']['GenerationStage'];
export type Greeting = components['schemas']['Greeting'];
export type HandoffCall = components['schemas']['HandoffCall'];
export type HandoffCard = components['schemas']['HandoffCard'];
export type HandoffReason = components['schemas']['HandoffReason'];
export type HandoffStarted = components['schemas']['HandoffStarted'];
export type Health = components['schemas']['Health'];
export type HourCell = components['schemas']['HourCell'];
export type HoursInterval = components['schemas']['HoursInterval'];
export type HttpValidationError = components['schemas']['HTTPValidationError'];
export type IdentitySecret = components['schemas']['IdentitySecret'];
export type InboxUpdated = components['schemas']['InboxUpdated'];
export type KnowledgeProblem = components['schemas']['KnowledgeProblem'];
export type LastMessage = components['schemas']['LastMessage'];
export type LauncherIcon = components['schemas']['LauncherIcon'];
export type Locale = components['schemas']['Locale'];
export type LoginRequest = components['schemas']['LoginRequest'];
export type Measure = components['schemas']['Measure'];
export type Mention = components['schemas']['Mention'];
export type MentionPage = components['schemas']['MentionPage'];
export type MentionsSeen = components['schemas']['MentionsSeen'];
export type Message = components['schemas']['Message'];
export type MessageCompleted = components['schemas']['MessageCompleted'];
export type MessageCreated = components['schemas']['MessageCreated'];
export type MessageDelta = components['schemas']['MessageDelta'];
export type MessagePage = components['schemas']['MessagePage'];
export type MessageRate = components['schemas']['MessageRate'];
export type MessageRated = components['schemas']['MessageRated'];
export type MessageSend = components['schemas']['MessageSend'];
export type MessageSendAck = components['schemas']['MessageSendAck'];
export type ModelTrouble = components['schemas']['ModelTrouble'];
export type NoPayload = components['schemas']['NoPayload'];
export type Note = components['schemas']['Note'];
export type NoteAck = components['schemas']['NoteAck'];
export type NoteAdd = components['schemas']['NoteAdd'];
export type NoteAdded = components['schemas']['NoteAdded'];
export type NoteDelete = components['schemas']['NoteDelete'];
export type NoteDeleted = components['schemas']['NoteDeleted'];
export type NoteEdit = components['schemas']['NoteEdit'];
export type NoteEdited = components['schemas']['NoteEdited'];
export type NoteMention = components['schemas']['NoteMention'];
export type NoteMentioned = components['schemas']['NoteMentioned'];
export type NotePage = components['schemas']['NotePage'];
export type OfferedPassage = components['schemas']['OfferedPassage'];
export type OpenPeriod = components['schemas']['OpenPeriod'];
export type OperatorAuth = components['schemas']['OperatorAuth'];
export type OperatorHours = components['schemas']['OperatorHours'];
export type OperatorInfo = components['schemas']['OperatorInfo'];
export type OperatorJoined = components['schemas']['OperatorJoined'];
export type OperatorLine = components['schemas']['OperatorLine'];
export type OperatorMessageSend = components['schemas']['OperatorMessageSend'];
export type OperatorPresence = components['schemas']['OperatorPresence'];
export type Outcome = components['schemas']['Outcome'];
export type PageInfoInput = components['schemas']['PageInfo-Input'];
export type PageInfoOutput = components['schemas']['PageInfo-Output'];
export type PartialAnswer = components['schemas']['PartialAnswer'];
export type PassageInfo = components['schemas']['PassageInfo'];
export type PassagePage = components['schemas']['PassagePage'];
export type Person = components['schemas']['Person'];
export type PersonList = components['schemas']['PersonList'];
export type Presence = components['schemas']['Presence'];
export type PresenceUpdated = components['schemas']['PresenceUpdated'];
export type QuestionExample = components['schemas']['QuestionExample'];
export type QuestionGroup = components['schemas']['QuestionGroup'];
export type QuestionGroups = components['schemas']['QuestionGroups'];
export type RatingInfo = components['schemas']['RatingInfo'];
export type ReasonLine = components['schemas']['ReasonLine'];
export type ReliabilityBin = components['schemas']['ReliabilityBin'];
export type Reply = components['schemas']['Reply'];
export type ReplyPage = components['schemas']['ReplyPage'];
export type ReplyPut = components['schemas']['ReplyPut'];
export type Role = components['schemas']['Role'];
export type RotateRequest = components['schemas']['RotateRequest'];
export type SaidBefore = components['schemas']['SaidBefore'];
export type Score = components['schemas']['Score'];
export type SecretInfo = components['schemas']['SecretInfo'];
export type Sender = components['schemas']['Sender'];
export type ShortTexts = components['schemas']['ShortTexts'];
export type Side = components['schemas']['Side'];
export type SiteCreate = components['schemas']['SiteCreate'];
export type SiteDetail = components['schemas']['SiteDetail'];
export type SiteHoliday = components['schemas']['SiteHoliday'];
export type SiteHours = components['schemas']['SiteHours'];
export type SiteInfo = components['schemas']['SiteInfo'];
export type SiteLimitsBody = components['schemas']['SiteLimitsBody'];
export type SiteLine = components['schemas']['SiteLine'];
export type SiteList = components['schemas']['SiteList'];
export type SiteLook = components['schemas']['SiteLook'];
export type SitePatch = components['schemas']['SitePatch'];
export type SiteTeams = components['schemas']['SiteTeams'];
export type Stage = components['schemas']['Stage'];
export type Step = components['schemas']['Step'];
export type TeamCreate = components['schemas']['TeamCreate'];
export type TeamInfo = components['schemas']['TeamInfo'];
export type TeamList = components['schemas']['TeamList'];
export type TeamMember = components['schemas']['TeamMember'];
export type TeamPatch = components['schemas']['TeamPatch'];
export type Theme = components['schemas']['Theme'];
export type Totals = components['schemas']['Totals'];
export type TriedAnswer = components['schemas']['TriedAnswer'];
export type TypingStarted = components['schemas']['TypingStarted'];
export type UnseenCount = components['schemas']['UnseenCount'];
export type ValidationError = components['schemas']['ValidationError'];
export type VisitorAuth = components['schemas']['VisitorAuth'];
export type VisitorInfo = components['schemas']['VisitorInfo'];
export type VisitorSession = components['schemas']['VisitorSession'];
export type VisitorSessionRequest = components['schemas']['VisitorSessionRequest'];
export type WebSourceInfo = components['schemas']['WebSourceInfo'];
export type WebSourceList = components['schemas']['WebSourceList'];
export type WebSourcePut = components['schemas']['WebSourcePut'];
export type WidgetLook = components['schemas']['WidgetLook'];
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
                readonly before?: string | null;
                readonly limit?: number;
                readonly mine?: boolean;
                readonly status?: components["schemas"]["ConversationStatus"] | null;
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
    readonly upload_by_operator_api_v1_conversations__conversation_id__attachments_post: {
        readonly parameters: {
            readonly query: {
                readonly name: string;
            };
            readonly header?: never;
            readonly path: {
                readonly conversation_id: string;
            };
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
                    readonly "application/json": components["schemas"]["Attachment"];
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
    readonly for_operator_api_v1_conversations__conversation_id__attachments__attachment_id__get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly attachment_id: string;
                readonly conversation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
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
    readonly context_api_v1_conversations__conversation_id__context_get: {
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
                    readonly "application/json": components["schemas"]["ConversationContext"];
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
    readonly earlier_api_v1_conversations__conversation_id__earlier_get: {
        readonly parameters: {
            readonly query?: {
                readonly before?: string | null;
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
                    readonly "application/json": components["schemas"]["EarlierPage"];
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
    readonly handoff_api_v1_conversations__conversation_id__handoff_get: {
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
                    readonly "application/json": components["schemas"]["HandoffCard"];
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
    readonly notes_api_v1_conversations__conversation_id__notes_get: {
        readonly parameters: {
            readonly query?: {
                readonly before?: string | null;
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
                    readonly "application/json": components["schemas"]["NotePage"];
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
    readonly people_api_v1_conversations__conversation_id__people_get: {
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
                    readonly "application/json": components["schemas"]["PersonList"];
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
    readonly mentions_api_v1_mentions_get: {
        readonly parameters: {
            readonly query?: {
                readonly before?: string | null;
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
                    readonly "application/json": components["schemas"]["MentionPage"];
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
    readonly seen_api_v1_mentions_seen_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MentionsSeen"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnseenCount"];
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
    readonly replies_api_v1_replies_get: {
        readonly parameters: {
            readonly query?: {
                readonly after?: string | null;
                readonly limit?: number;
                readonly site_id?: string | null;
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
                    readonly "application/json": components["schemas"]["ReplyPage"];
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
    readonly put_own_api_v1_replies__reply_id__put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly reply_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReplyPut"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reply"];
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
    readonly delete_own_api_v1_replies__reply_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly reply_id: string;
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
    readonly sites_api_v1_sites_get: {
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
                    readonly "application/json": components["schemas"]["SiteList"];
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
    readonly create_api_v1_sites_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SiteCreate"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SiteDetail"];
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
    readonly site_api_v1_sites__site_id__get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
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
                    readonly "application/json": components["schemas"]["SiteDetail"];
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
    readonly change_api_v1_sites__site_id__patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SitePatch"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SiteDetail"];
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
    readonly rotate_secret_api_v1_sites__site_id__identity_secret_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RotateRequest"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IdentitySecret"];
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
    readonly rotate_key_api_v1_sites__site_id__key_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RotateRequest"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SiteDetail"];
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
    readonly put_of_site_api_v1_sites__site_id__replies__reply_id__put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly reply_id: string;
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReplyPut"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reply"];
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
    readonly delete_of_site_api_v1_sites__site_id__replies__reply_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly reply_id: string;
                readonly site_id: string;
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
    readonly teams_api_v1_teams_get: {
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
                    readonly "application/json": components["schemas"]["TeamList"];
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
    readonly create_api_v1_teams_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TeamCreate"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamInfo"];
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
    readonly delete_api_v1_teams__team_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team_id: string;
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
    readonly change_api_v1_teams__team_id__patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly team_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TeamPatch"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamInfo"];
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
    readonly rules_api_v1_teams_rules__site_id__put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AssignmentRules"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssignmentRules"];
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
    readonly upload_by_visitor_api_v1_visitor_attachments_post: {
        readonly parameters: {
            readonly query: {
                readonly name: string;
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
                    readonly "application/json": components["schemas"]["Attachment"];
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
    readonly for_visitor_api_v1_visitor_attachments__attachment_id__get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly attachment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
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
    readonly leave_contact_api_v1_visitor_contact_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContactLeave"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactLeft"];
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
    readonly look_api_v1_visitor_look_get: {
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
                    readonly "application/json": components["schemas"]["WidgetLook"];
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
