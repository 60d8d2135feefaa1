// Generated from docs/openapi.json by `npm run wire`. Do not edit.
export interface paths {
    readonly "/api/v1/account": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One's own account
         * @description Return who is signed in, and how their sign-in is protected.
         */
        readonly get: operations["info_api_v1_account_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change one's name or language
         * @description Change what is given; returns the account as it is now.
         */
        readonly patch: operations["change_api_v1_account_patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/account/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change one's password
         * @description Choose another password; all other sign-ins end.
         */
        readonly post: operations["password_api_v1_account_password_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/account/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One's own sign-ins
         * @description Return the open ones, last used first.
         */
        readonly get: operations["sessions_api_v1_account_sessions_get"];
        readonly put?: never;
        readonly post?: never;
        /**
         * End all other sign-ins
         * @description End all but the one that asks; their sockets close.
         */
        readonly delete: operations["revoke_others_api_v1_account_sessions_delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/account/sessions/{session_id}": {
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
         * End one of one's sign-ins
         * @description End it; its sockets close.
         */
        readonly delete: operations["revoke_api_v1_account_sessions__session_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/account/two-factor/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Turn one's second factor on
         * @description Return the recovery codes; all other sign-ins end.
         */
        readonly post: operations["confirm_two_factor_api_v1_account_two_factor_confirm_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/account/two-factor/off": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Turn one's second factor off
         * @description Turn it off, unless a site requires it.
         */
        readonly post: operations["turn_off_api_v1_account_two_factor_off_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/account/two-factor/recovery-codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make new recovery codes
         * @description Return ten new codes; the old ones are worthless.
         */
        readonly post: operations["recovery_codes_api_v1_account_two_factor_recovery_codes_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/account/two-factor/setup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Begin to set up one's second factor
         * @description Return what the authenticator app needs; a code of it then confirms.
         */
        readonly post: operations["begin_two_factor_api_v1_account_two_factor_setup_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
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
    readonly "/api/v1/auth/invitation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What is behind an invitation's link
         * @description Return who is invited, by whom and to what.
         */
        readonly post: operations["invitation_api_v1_auth_invitation_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/auth/invitation/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept an invitation
         * @description Become an operator, or add the sites to those one has, and sign in.
         */
        readonly post: operations["accept_api_v1_auth_invitation_accept_post"];
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
         * @description Return an access token, or a ticket for the second step.
         *
         *     The refresh token comes in an HttpOnly cookie.
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
    readonly "/api/v1/auth/password-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Whose password a link sets
         * @description Return whose password the link sets, and until when.
         */
        readonly post: operations["password_link_api_v1_auth_password_link_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/auth/password-link/use": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set a new password by a link
         * @description Set the password, end all other sign-ins, and sign in.
         */
        readonly post: operations["use_password_link_api_v1_auth_password_link_use_post"];
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
    readonly "/api/v1/auth/two-factor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign in: the second step
         * @description Trade the ticket and a code, of the app or a recovery code, for access.
         */
        readonly post: operations["second_step_api_v1_auth_two_factor_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/auth/two-factor/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm the second factor and sign in
         * @description Turn the second factor on; returns access and the recovery codes.
         */
        readonly post: operations["confirm_setup_api_v1_auth_two_factor_confirm_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/auth/two-factor/setup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set up the second factor that a site requires
         * @description Return what the authenticator app needs; a code of it then confirms.
         */
        readonly post: operations["begin_setup_api_v1_auth_two_factor_setup_post"];
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
    readonly "/api/v1/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Operators of the administrator's sites
         * @description Return operators by name, those whose name or e-mail holds ``text``.
         */
        readonly get: operations["people_api_v1_people_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{operator_id}": {
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
         * Change an operator
         * @description Change name, role, sites, or disable; it holds at once, on open sockets too.
         */
        readonly patch: operations["change_api_v1_people__operator_id__patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/people/{operator_id}/password-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make a link for a new password
         * @description Return the link to hand over: good once, for a day.
         */
        readonly post: operations["password_link_api_v1_people__operator_id__password_link_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{operator_id}/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * An operator's sign-ins
         * @description Return the open ones, last used first.
         */
        readonly get: operations["sessions_api_v1_people__operator_id__sessions_get"];
        readonly put?: never;
        readonly post?: never;
        /**
         * End all of an operator's sign-ins
         * @description End them; their sockets close.
         */
        readonly delete: operations["revoke_all_api_v1_people__operator_id__sessions_delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{operator_id}/sessions/{session_id}": {
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
         * End one of an operator's sign-ins
         * @description End it; its sockets close.
         */
        readonly delete: operations["revoke_api_v1_people__operator_id__sessions__session_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{operator_id}/two-factor": {
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
         * Reset somebody's second factor
         * @description Take it away from who has lost it; all their sign-ins end.
         */
        readonly delete: operations["reset_two_factor_api_v1_people__operator_id__two_factor_delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Open invitations
         * @description Return invitations that nobody has accepted yet, newest first.
         */
        readonly get: operations["invitations_api_v1_people_invitations_get"];
        readonly put?: never;
        /**
         * Invite somebody
         * @description Return the link to hand over: good once, for a week.
         */
        readonly post: operations["invite_api_v1_people_invitations_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/invitations/{invitation_id}": {
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
         * Take an invitation back
         * @description Make its link worthless.
         */
        readonly delete: operations["revoke_invitation_api_v1_people_invitations__invitation_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/invitations/{invitation_id}/renew": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make an invitation's link anew
         * @description Return a new link, good for a week; the old one is worthless.
         */
        readonly post: operations["renew_api_v1_people_invitations__invitation_id__renew_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/two-factor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Which sites require a second factor
         * @description Return the rule of each of the administrator's sites, and how many people have one.
         */
        readonly get: operations["rules_api_v1_people_two_factor_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/two-factor/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Require a second factor, or no longer
         * @description Change the rule; who has no second factor sets it up at the next sign-in, which is now.
         */
        readonly put: operations["set_rule_api_v1_people_two_factor__site_id__put"];
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
         * AccountInfo
         * @description ``GET /account``: what one sees of oneself.
         */
        readonly AccountInfo: {
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
            /** Password At */
            readonly password_at: string | null;
            readonly role: components["schemas"]["Role"];
            /** Sites */
            readonly sites: readonly string[];
            readonly two_factor: components["schemas"]["TwoFactorState"];
        };
        /**
         * AccountPatch
         * @description ``PATCH /account``; what is left out stays.
         */
        readonly AccountPatch: {
            readonly locale?: components["schemas"]["Locale"] | null;
            /** Name */
            readonly name?: string | null;
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
        readonly AuditAction: "agent.changed" | "invitation.created" | "invitation.renewed" | "invitation.revoked" | "operator.joined" | "operator.changed" | "operator.disabled" | "operator.enabled" | "password_link.created" | "password.changed" | "two_factor.enabled" | "two_factor.disabled" | "two_factor.reset" | "two_factor.rule_changed" | "recovery_codes.renewed" | "session.revoked";
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
         * CodeOnly
         * @description ``POST /account/two-factor/confirm``.
         */
        readonly CodeOnly: {
            /**
             * Code
             * Format: password
             */
            readonly code: string;
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
         * ConversationRead
         * @description ``conversation.read``: everything up to ``seq`` was seen.
         */
        readonly ConversationRead: {
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
         * FirstGrant
         * @description The sign-in that followed the setup, and the recovery codes of it.
         */
        readonly FirstGrant: {
            /** Codes */
            readonly codes: readonly string[];
            readonly grant: components["schemas"]["AccessGrant"];
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
         * InboxUpdated
         * @description ``inbox.updated``: a conversation of one of the operator's sites changed.
         */
        readonly InboxUpdated: {
            readonly conversation: components["schemas"]["ConversationSummary"];
        };
        /**
         * InvitationAccept
         * @description ``POST /auth/invitation/accept``.
         */
        readonly InvitationAccept: {
            readonly locale: components["schemas"]["Locale"];
            /** Name */
            readonly name: string;
            /**
             * Password
             * Format: password
             */
            readonly password: string;
            /**
             * Token
             * Format: password
             */
            readonly token: string;
        };
        /**
         * InvitationCreate
         * @description ``POST /people/invitations``; an open one for the same address is replaced.
         */
        readonly InvitationCreate: {
            /** Email */
            readonly email: string;
            readonly locale: components["schemas"]["Locale"];
            readonly role: components["schemas"]["Role"];
            /** Site Ids */
            readonly site_ids: readonly string[];
        };
        /**
         * InvitationInfo
         * @description An invitation that nobody has accepted yet.
         */
        readonly InvitationInfo: {
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /** Email */
            readonly email: string;
            /**
             * Expires At
             * Format: date-time
             */
            readonly expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Invited By */
            readonly invited_by: string;
            readonly locale: components["schemas"]["Locale"];
            readonly role: components["schemas"]["Role"];
            /** Sites */
            readonly sites: readonly components["schemas"]["PersonSite"][];
        };
        /**
         * InvitationLink
         * @description The link to hand over. It is shown this once: only its hash is kept.
         */
        readonly InvitationLink: {
            readonly invitation: components["schemas"]["InvitationInfo"];
            /** Link */
            readonly link: string;
        };
        /**
         * InvitationList
         * @description Open invitations, newest first; 200 at most.
         */
        readonly InvitationList: {
            /** Items */
            readonly items: readonly components["schemas"]["InvitationInfo"][];
        };
        /**
         * InvitationView
         * @description What the invited see. With ``has_account`` they accept with their present password.
         */
        readonly InvitationView: {
            /** Email */
            readonly email: string;
            /**
             * Expires At
             * Format: date-time
             */
            readonly expires_at: string;
            /** Has Account */
            readonly has_account: boolean;
            /** Invited By */
            readonly invited_by: string;
            readonly locale: components["schemas"]["Locale"];
            readonly role: components["schemas"]["Role"];
            /** Sites */
            readonly sites: readonly string[];
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
         * LinkLook
         * @description ``POST /auth/invitation`` and ``/auth/password-link``: what is behind a link.
         *
         *     Links travel in bodies, never in addresses, so that no log has them.
         */
        readonly LinkLook: {
            /**
             * Token
             * Format: password
             */
            readonly token: string;
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
         * PasswordChange
         * @description ``POST /account/password``; all other sign-ins end.
         */
        readonly PasswordChange: {
            /**
             * New
             * Format: password
             */
            readonly new: string;
            /**
             * Old
             * Format: password
             */
            readonly old: string;
        };
        /**
         * PasswordLink
         * @description A link that sets a new password, once. It is shown this once: only its hash is kept.
         */
        readonly PasswordLink: {
            /**
             * Expires At
             * Format: date-time
             */
            readonly expires_at: string;
            /** Link */
            readonly link: string;
        };
        /**
         * PasswordLinkUse
         * @description ``POST /auth/password-link/use``.
         */
        readonly PasswordLinkUse: {
            /**
             * Password
             * Format: password
             */
            readonly password: string;
            /**
             * Token
             * Format: password
             */
            readonly token: string;
        };
        /**
         * PasswordLinkView
         * @description Whose password a link sets.
         */
        readonly PasswordLinkView: {
            /** Email */
            readonly email: string;
            /**
             * Expires At
             * Format: date-time
             */
            readonly expires_at: string;
            /** Name */
            readonly name: string;
        };
        /**
         * PasswordOnly
         * @description What changes the second factor asks for the password once more.
         */
        readonly PasswordOnly: {
            /**
             * Password
             * Format: password
             */
            readonly password: string;
        };
        /**
         * PersonInfo
         * @description An operator as their administrators see them; ``sites`` are those that both have.
         *
         *     ``is_shared``: they work for other sites, too, so only their sites here can be changed.
         */
        readonly PersonInfo: {
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /** Disabled At */
            readonly disabled_at: string | null;
            /** Email */
            readonly email: string;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Is Shared */
            readonly is_shared: boolean;
            readonly locale: components["schemas"]["Locale"];
            /** Name */
            readonly name: string;
            readonly role: components["schemas"]["Role"];
            /** Seen At */
            readonly seen_at: string | null;
            /** Sites */
            readonly sites: readonly components["schemas"]["PersonSite"][];
            /** Two Factor At */
            readonly two_factor_at: string | null;
        };
        /**
         * PersonPage
         * @description Operators by name; ``next`` is the ``after`` of the next page.
         *
         *     ``sites`` are those that the administrator can give.
         */
        readonly PersonPage: {
            /** Items */
            readonly items: readonly components["schemas"]["PersonInfo"][];
            /** Next */
            readonly next: string | null;
            /** Sites */
            readonly sites: readonly components["schemas"]["PersonSite"][];
        };
        /**
         * PersonPatch
         * @description ``PATCH /people/{operator_id}``; what is left out stays.
         *
         *     ``site_ids`` are all of the administrator's sites that the operator is to have. Of one who works
         *     for others, too, it may be empty; they keep those.
         */
        readonly PersonPatch: {
            /** Disabled */
            readonly disabled?: boolean | null;
            /** Name */
            readonly name?: string | null;
            readonly role?: components["schemas"]["Role"] | null;
            /** Site Ids */
            readonly site_ids?: readonly string[] | null;
        };
        /**
         * PersonSite
         * @description A site, by what people call it.
         */
        readonly PersonSite: {
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
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
         * RecoveryCodes
         * @description Ten codes, shown this once; each signs in once in place of the app.
         */
        readonly RecoveryCodes: {
            /** Codes */
            readonly codes: readonly string[];
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
         * Sender
         * @description Who speaks in a message.
         * @enum {string}
         */
        readonly Sender: "visitor" | "agent" | "operator" | "system";
        /**
         * SessionInfo
         * @description A sign-in. ``browser`` and ``system`` are empty where they cannot be told.
         *
         *     ``used_at`` is renewed with the access token, so it is minutes old at most.
         */
        readonly SessionInfo: {
            /** Address */
            readonly address: string;
            /** Browser */
            readonly browser: string;
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /** Current */
            readonly current: boolean;
            /**
             * Expires At
             * Format: date-time
             */
            readonly expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** System */
            readonly system: string;
            /**
             * Used At
             * Format: date-time
             */
            readonly used_at: string;
        };
        /**
         * SessionList
         * @description Sign-ins that have neither ended nor been revoked, last used first; 100 at most.
         */
        readonly SessionList: {
            /** Items */
            readonly items: readonly components["schemas"]["SessionInfo"][];
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
         * TicketOnly
         * @description ``POST /auth/two-factor/setup``: begin to set it up, before the first sign-in.
         */
        readonly TicketOnly: {
            /**
             * Ticket
             * Format: password
             */
            readonly ticket: string;
        };
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
         * TwoFactorAnswer
         * @description ``POST /auth/two-factor`` and ``…/confirm``: the ticket with a code.
         */
        readonly TwoFactorAnswer: {
            /**
             * Code
             * Format: password
             */
            readonly code: string;
            /**
             * Ticket
             * Format: password
             */
            readonly ticket: string;
        };
        /**
         * TwoFactorChallenge
         * @description The password was right; ``ticket`` is good for the second step alone, for ten minutes.
         *
         *     With ``setup_required`` an administrator wants it of everybody and this operator has none yet.
         */
        readonly TwoFactorChallenge: {
            /** Expires In */
            readonly expires_in: number;
            /** Setup Required */
            readonly setup_required: boolean;
            /** Ticket */
            readonly ticket: string;
        };
        /**
         * TwoFactorOff
         * @description ``POST /account/two-factor/off``.
         */
        readonly TwoFactorOff: {
            /**
             * Code
             * Format: password
             */
            readonly code: string;
            /**
             * Password
             * Format: password
             */
            readonly password: string;
        };
        /**
         * TwoFactorRule
         * @description Whether a site asks everybody for a second factor, and how many have one.
         */
        readonly TwoFactorRule: {
            /** Enabled */
            readonly enabled: number;
            /** People */
            readonly people: number;
            /** Required */
            readonly required: boolean;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
        };
        /**
         * TwoFactorRulePut
         * @description ``PUT /people/two-factor/{site_id}``. Who has none yet sets it up at the next sign-in.
         */
        readonly TwoFactorRulePut: {
            /** Required */
            readonly required: boolean;
        };
        /**
         * TwoFactorRules
         * @description The rules of the administrator's sites.
         */
        readonly TwoFactorRules: {
            /** Items */
            readonly items: readonly components["schemas"]["TwoFactorRule"][];
        };
        /**
         * TwoFactorSetup
         * @description What an authenticator app needs: a QR code to draw, or the secret to type.
         *
         *     ``qr_path`` is the ``d`` of an SVG path in a square of ``qr_size`` modules.
         */
        readonly TwoFactorSetup: {
            /** Qr Path */
            readonly qr_path: string;
            /** Qr Size */
            readonly qr_size: number;
            /** Secret */
            readonly secret: string;
            /** Uri */
            readonly uri: string;
        };
        /**
         * TwoFactorState
         * @description How an operator's second factor stands.
         */
        readonly TwoFactorState: {
            /** Enabled At */
            readonly enabled_at: string | null;
            /** Recovery Codes Left */
            readonly recovery_codes_left: number;
            /** Required */
            readonly required: boolean;
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
export type AccountInfo = components['schemas']['AccountInfo'];
export type AccountPatch = components['schemas']['AccountPatch'];
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
export type Citation = components['schemas']['Citation'];
export type CodeOnly = components['schemas']['CodeOnly'];
export type ConfidenceCurve = components['schemas']['ConfidenceCurve'];
export type ConversationCommand = components['schemas']['ConversationCommand'];
export type ConversationOpen = components['schemas']['ConversationOpen'];
export type ConversationOpenAck = components['schemas']['ConversationOpenAck'];
export type ConversationPage = components['schemas']['ConversationPage'];
export type ConversationRate = components['schemas']['ConversationRate'];
export type ConversationRead = components['schemas']['ConversationRead'];
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
export type FirstGrant = components['schemas']['FirstGrant'];
export type GenerationFailed = components['schemas']['GenerationFailed'];
export type GenerationStage = components['schemas']['GenerationStage'];
export type HandoffReason = components['schemas']['HandoffReason'];
export type HandoffStarted = components['schemas']['HandoffStarted'];
export type Health = components['schemas']['Health'];
export type HourCell = components['schemas']['HourCell'];
export type HttpValidationError = components['schemas']['HTTPValidationError'];
export type InboxUpdated = components['schemas']['InboxUpdated'];
export type InvitationAccept = components['schemas']['InvitationAccept'];
export type InvitationCreate = components['schemas']['InvitationCreate'];
export type InvitationInfo = components['schemas']['InvitationInfo'];
export type InvitationLink = components['schemas']['InvitationLink'];
export type InvitationList = components['schemas']['InvitationList'];
export type InvitationView = components['schemas']['InvitationView'];
export type KnowledgeProblem = components['schemas']['KnowledgeProblem'];
export type LastMessage = components['schemas']['LastMessage'];
export type LinkLook = components['schemas']['LinkLook'];
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
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordLink = components['schemas']['PasswordLink'];
export type PasswordLinkUse = components['schemas']['PasswordLinkUse'];
export type PasswordLinkView = components['schemas']['PasswordLinkView'];
export type PasswordOnly = components['schemas']['PasswordOnly'];
export type PersonInfo = components['schemas']['PersonInfo'];
export type PersonPage = components['schemas']['PersonPage'];
export type PersonPatch = components['schemas']['PersonPatch'];
export type PersonSite = components['schemas']['PersonSite'];
export type QuestionExample = components['schemas']['QuestionExample'];
export type QuestionGroup = components['schemas']['QuestionGroup'];
export type QuestionGroups = components['schemas']['QuestionGroups'];
export type ReasonLine = components['schemas']['ReasonLine'];
export type RecoveryCodes = components['schemas']['RecoveryCodes'];
export type ReliabilityBin = components['schemas']['ReliabilityBin'];
export type Role = components['schemas']['Role'];
export type Score = components['schemas']['Score'];
export type Sender = components['schemas']['Sender'];
export type SessionInfo = components['schemas']['SessionInfo'];
export type SessionList = components['schemas']['SessionList'];
export type SiteLine = components['schemas']['SiteLine'];
export type Stage = components['schemas']['Stage'];
export type Step = components['schemas']['Step'];
export type TicketOnly = components['schemas']['TicketOnly'];
export type Totals = components['schemas']['Totals'];
export type TwoFactorAnswer = components['schemas']['TwoFactorAnswer'];
export type TwoFactorChallenge = components['schemas']['TwoFactorChallenge'];
export type TwoFactorOff = components['schemas']['TwoFactorOff'];
export type TwoFactorRule = components['schemas']['TwoFactorRule'];
export type TwoFactorRulePut = components['schemas']['TwoFactorRulePut'];
export type TwoFactorRules = components['schemas']['TwoFactorRules'];
export type TwoFactorSetup = components['schemas']['TwoFactorSetup'];
export type TwoFactorState = components['schemas']['TwoFactorState'];
export type TypingStarted = components['schemas']['TypingStarted'];
export type ValidationError = components['schemas']['ValidationError'];
export type VisitorAuth = components['schemas']['VisitorAuth'];
export type VisitorSession = components['schemas']['VisitorSession'];
export type VisitorSessionRequest = components['schemas']['VisitorSessionRequest'];
export type WebSourceInfo = components['schemas']['WebSourceInfo'];
export type WebSourceList = components['schemas']['WebSourceList'];
export type WebSourcePut = components['schemas']['WebSourcePut'];
export type WidgetSettings = components['schemas']['WidgetSettings'];
export type $defs = Record<string, never>;
export interface operations {
    readonly info_api_v1_account_get: {
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
                    readonly "application/json": components["schemas"]["AccountInfo"];
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
    readonly change_api_v1_account_patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccountPatch"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountInfo"];
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
    readonly password_api_v1_account_password_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordChange"];
            };
        };
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
    readonly sessions_api_v1_account_sessions_get: {
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
                    readonly "application/json": components["schemas"]["SessionList"];
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
    readonly revoke_others_api_v1_account_sessions_delete: {
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
    readonly revoke_api_v1_account_sessions__session_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly session_id: string;
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
    readonly confirm_two_factor_api_v1_account_two_factor_confirm_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CodeOnly"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryCodes"];
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
    readonly turn_off_api_v1_account_two_factor_off_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TwoFactorOff"];
            };
        };
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
    readonly recovery_codes_api_v1_account_two_factor_recovery_codes_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryCodes"];
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
    readonly begin_two_factor_api_v1_account_two_factor_setup_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TwoFactorSetup"];
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
    readonly invitation_api_v1_auth_invitation_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LinkLook"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationView"];
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
    readonly accept_api_v1_auth_invitation_accept_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["InvitationAccept"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessGrant"] | components["schemas"]["TwoFactorChallenge"];
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
                    readonly "application/json": components["schemas"]["AccessGrant"] | components["schemas"]["TwoFactorChallenge"];
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
    readonly password_link_api_v1_auth_password_link_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LinkLook"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasswordLinkView"];
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
    readonly use_password_link_api_v1_auth_password_link_use_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordLinkUse"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessGrant"] | components["schemas"]["TwoFactorChallenge"];
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
    readonly second_step_api_v1_auth_two_factor_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TwoFactorAnswer"];
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
    readonly confirm_setup_api_v1_auth_two_factor_confirm_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TwoFactorAnswer"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FirstGrant"];
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
    readonly begin_setup_api_v1_auth_two_factor_setup_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TicketOnly"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TwoFactorSetup"];
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
    readonly people_api_v1_people_get: {
        readonly parameters: {
            readonly query?: {
                readonly after?: string | null;
                readonly limit?: number;
                readonly text?: string | null;
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
                    readonly "application/json": components["schemas"]["PersonPage"];
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
    readonly change_api_v1_people__operator_id__patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly operator_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PersonPatch"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonInfo"];
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
    readonly password_link_api_v1_people__operator_id__password_link_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly operator_id: string;
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
                    readonly "application/json": components["schemas"]["PasswordLink"];
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
    readonly sessions_api_v1_people__operator_id__sessions_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly operator_id: string;
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
                    readonly "application/json": components["schemas"]["SessionList"];
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
    readonly revoke_all_api_v1_people__operator_id__sessions_delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly operator_id: string;
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
    readonly revoke_api_v1_people__operator_id__sessions__session_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly operator_id: string;
                readonly session_id: string;
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
    readonly reset_two_factor_api_v1_people__operator_id__two_factor_delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly operator_id: string;
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
                    readonly "application/json": components["schemas"]["PersonInfo"];
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
    readonly invitations_api_v1_people_invitations_get: {
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
                    readonly "application/json": components["schemas"]["InvitationList"];
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
    readonly invite_api_v1_people_invitations_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["InvitationCreate"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationLink"];
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
    readonly revoke_invitation_api_v1_people_invitations__invitation_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly invitation_id: string;
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
    readonly renew_api_v1_people_invitations__invitation_id__renew_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly invitation_id: string;
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
                    readonly "application/json": components["schemas"]["InvitationLink"];
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
    readonly rules_api_v1_people_two_factor_get: {
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
                    readonly "application/json": components["schemas"]["TwoFactorRules"];
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
    readonly set_rule_api_v1_people_two_factor__site_id__put: {
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
                readonly "application/json": components["schemas"]["TwoFactorRulePut"];
            };
        };
        readonly responses: {
            /** @description Successful Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TwoFactorRule"];
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
