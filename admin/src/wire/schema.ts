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
    readonly "/api/v1/agents/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All agents of a site with their settings
         * @description Return the agents in their order, those that are switched off included.
         */
        readonly get: operations["agents_api_v1_agents__site_id__get"];
        /**
         * Put the agents of a site into an order
         * @description Keep the order in which the widget and the console show the agents.
         */
        readonly put: operations["order_api_v1_agents__site_id__put"];
        /**
         * Make an agent
         * @description Make an agent, the last of its site; its slug never changes.
         */
        readonly post: operations["create_api_v1_agents__site_id__post"];
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
        /**
         * An agent with its settings
         * @description Return an agent, switched off or on.
         */
        readonly get: operations["agent_api_v1_agents__site_id___slug__get"];
        /**
         * Change an agent
         * @description Keep the agent as it is sent; the next message is answered by it.
         */
        readonly put: operations["put_api_v1_agents__site_id___slug__put"];
        readonly post?: never;
        /**
         * Delete an agent
         * @description Delete an agent without documents, web sources and conversations under way.
         *
         *     ``confirm`` repeats its name or its slug.
         */
        readonly delete: operations["delete_api_v1_agents__site_id___slug__delete"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Choose how many wrong answers of an agent are accepted
         * @description Change the agent's policy; the next message is answered by it.
         */
        readonly patch: operations["change_api_v1_agents__site_id___slug__patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/agents/{site_id}/{slug}/copy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Copy an agent to another site
         * @description Copy the agent's settings and, if asked, its documents and web sources.
         */
        readonly post: operations["copy_api_v1_agents__site_id___slug__copy_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/agents/{site_id}/{slug}/enabled": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Switch an agent on or off
         * @description Let the agent answer from the next message on, or no longer.
         */
        readonly put: operations["switch_api_v1_agents__site_id___slug__enabled_put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/agents/{site_id}/{slug}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The rules as the model would read them
         * @description Fill the shipped template in with a draft; nothing is kept.
         */
        readonly post: operations["preview_api_v1_agents__site_id___slug__preview_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
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
         *
         *     What took longest comes first when the measure is a time.
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
         * @description Return up to 100,000 episodes, in the order of the list.
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
    readonly "/api/v1/conversations/{conversation_id}/messages/{message_id}/correction": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The correction of an answer, or null
         * @description Return what was said against an answer, or was answered better.
         */
        readonly get: operations["of_message_api_v1_conversations__conversation_id__messages__message_id__correction_get"];
        /**
         * Say what should have been answered
         * @description Correct an agent's answer or hand-off, or set an operator's own answer as the right one.
         */
        readonly put: operations["put_api_v1_conversations__conversation_id__messages__message_id__correction_put"];
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
    readonly "/api/v1/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Corrections of the operator's sites, newest first
         * @description Return a page; ``before`` is the ``next`` of the page above it.
         */
        readonly get: operations["corrections_api_v1_corrections_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/corrections/{correction_id}": {
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
         * Discard a correction, or use it again
         * @description Take a correction out of use; it stays listed and can be used again.
         */
        readonly patch: operations["patch_api_v1_corrections__correction_id__patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/corrections/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Corrections as questions of an evaluation or examples of a training
         * @description Return what ``gpu_worker.evaluation`` or ``gpu_worker.training.dataset`` reads.
         */
        readonly get: operations["export_api_v1_corrections_export_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Keys to the administrator's sites
         * @description Return keys without the keys themselves, those in use first.
         */
        readonly get: operations["keys_api_v1_keys_get"];
        readonly put?: never;
        /**
         * Make a key
         * @description Make a key and show it, this once; what is kept of it is a hash.
         */
        readonly post: operations["create_api_v1_keys_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keys/{key_id}": {
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
         * Revoke a key
         * @description Let a key open nothing any more, from its next request on.
         */
        readonly delete: operations["revoke_api_v1_keys__key_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/deleted": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Deleted documents that can come back
         * @description Return what was deleted of a site, the newest first.
         */
        readonly get: operations["deleted_api_v1_knowledge_deleted_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/deleted/{document_id}": {
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
         * Forget a deleted document
         * @description Forget it for good, before its time is over.
         */
        readonly delete: operations["forget_api_v1_knowledge_deleted__document_id__delete"];
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
        /**
         * A document and how far its indexing has come
         * @description Return one document.
         */
        readonly get: operations["document_api_v1_knowledge_documents__document_id__get"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a document
         * @description Remove a document and its passages; within a minute no answer is made from it.
         *
         *     For a while it can be brought back.
         */
        readonly delete: operations["remove_api_v1_knowledge_documents__document_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/{document_id}/answers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Edit a list of questions and answers
         * @description Put all pairs in its place as one version, unless somebody has changed it since.
         */
        readonly put: operations["put_answers_api_v1_knowledge_documents__document_id__answers_put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/{document_id}/diff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Two versions of a document side by side
         * @description Compare any two versions that are kept, line by line and word by word.
         */
        readonly get: operations["diff_api_v1_knowledge_documents__document_id__diff_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
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
    readonly "/api/v1/knowledge/documents/{document_id}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Bring a deleted document back
         * @description Have it indexed again, as it was.
         */
        readonly post: operations["restore_api_v1_knowledge_documents__document_id__restore_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/{document_id}/roll-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Go back to an earlier version
         * @description Make a new version with the text of an earlier one; nothing that was kept goes.
         */
        readonly post: operations["roll_back_api_v1_knowledge_documents__document_id__roll_back_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/{document_id}/shared": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Share a document between agents
         * @description Let agents of the scope ``shared`` answer from it, or no longer; it is indexed anew.
         */
        readonly put: operations["share_api_v1_knowledge_documents__document_id__shared_put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/{document_id}/text": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What a document says
         * @description Return the document in Markdown, and as questions and answers where it is a list of them.
         *
         *     Without ``version`` as it is now.
         */
        readonly get: operations["text_api_v1_knowledge_documents__document_id__text_get"];
        /**
         * Edit a document
         * @description Put another text in its place, unless somebody has changed it since.
         */
        readonly put: operations["put_text_api_v1_knowledge_documents__document_id__text_put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/knowledge/documents/{document_id}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Versions of a document
         * @description Return who changed the document, when and how, the newest first.
         */
        readonly get: operations["versions_api_v1_knowledge_documents__document_id__versions_get"];
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
    readonly "/api/v1/knowledge/sites/{source_id}": {
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
         * Remove a web source
         * @description Read the place no more; pages that no other place has leave the index.
         */
        readonly delete: operations["remove_site_api_v1_knowledge_sites__source_id__delete"];
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
    readonly "/api/v1/retention": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How long each site keeps things
         * @description Return the policies of the administrator's sites; by default all is kept.
         */
        readonly get: operations["policies_api_v1_retention_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/retention/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Decide how long a site keeps things
         * @description Store the policy; within minutes what is older is deleted, for good.
         */
        readonly put: operations["put_api_v1_retention__site_id__put"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/retention/{site_id}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * How much a policy would delete now
         * @description Count; nothing is deleted or stored.
         */
        readonly post: operations["preview_api_v1_retention__site_id__preview_post"];
        readonly delete?: never;
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
    readonly "/api/v1/sites/{site_id}/cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Test cases of a site, with what came of them, and the last runs
         * @description Return all cases, the oldest first; a site has 500 at most.
         */
        readonly get: operations["cases_api_v1_sites__site_id__cases_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/cases/{case_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Keep a test case
         * @description Make or replace a case; the result stays unless it was about another question.
         */
        readonly put: operations["put_api_v1_sites__site_id__cases__case_id__put"];
        readonly post?: never;
        /**
         * Delete a test case
         * @description Take a case away, with its result; the same id may be put again.
         */
        readonly delete: operations["delete_api_v1_sites__site_id__cases__case_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/cases/{case_id}/trace": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the agents made of a test case, and how
         * @description Return the answer that the case was judged by the last time.
         */
        readonly get: operations["trace_api_v1_sites__site_id__cases__case_id__trace_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/cases/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Run test cases: all, or some
         * @description Ask the agents the cases, a few at a time, behind visitors and operators.
         *
         *     How far it is comes as the fact ``cases.ran`` to the consoles of the site.
         */
        readonly post: operations["run_api_v1_sites__site_id__cases_runs_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/cases/runs/{run_id}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a run of test cases
         * @description End a run; what was judged already stays, the rest is not asked.
         */
        readonly post: operations["stop_api_v1_sites__site_id__cases_runs__run_id__stop_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/deletion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Delete a site with all there is of it
         * @description Shut everybody out at once and erase everything in the background; it does not come back.
         */
        readonly post: operations["delete_api_v1_sites__site_id__deletion_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/identity-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set a public key for identities
         * @description Believe what is signed with the private half, from now on, beside the secret.
         */
        readonly post: operations["add_key_api_v1_sites__site_id__identity_keys_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/identity-keys/{key_id}": {
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
         * Remove a public key for identities
         * @description Believe nothing any more that is signed with it.
         */
        readonly delete: operations["remove_key_api_v1_sites__site_id__identity_keys__key_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
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
    readonly "/api/v1/trials": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask the agents: a question, a search, a draft, a replay
         * @description Have the agents do what they would for a visitor, and write nothing into a conversation.
         *
         *     The answer comes as the fact ``trial.completed`` to the operator's sockets; then fetch it.
         */
        readonly post: operations["start_api_v1_trials_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trials/{trial_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the agents made of it, with all that it was made of
         * @description Return a trial that this operator started within the last hour.
         */
        readonly get: operations["show_api_v1_trials__trial_id__get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trials/{trial_id}/verdict": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What became of a draft
         * @description Keep whether a draft was sent, edited or refused; the first verdict holds.
         */
        readonly post: operations["verdict_api_v1_trials__trial_id__verdict_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trials/examples": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Example questions of a site's agents
         * @description Return what the agents of one of the operator's sites are there for.
         */
        readonly get: operations["examples_api_v1_trials_examples_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
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
    readonly "/api/v1/visitor/commands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A command of the visitor, as a socket would send it
         * @description Return the ack that a socket would get; what a socket is refused is an error here.
         */
        readonly post: operations["command_api_v1_visitor_commands_post"];
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
    readonly "/api/v1/visitor/conversation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who has the floor, and how long a person is still awaited
         * @description Return what a snapshot says of the conversation; the place in the queue moves unasked.
         */
        readonly get: operations["state_api_v1_visitor_conversation_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/conversations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The visitor's conversations, newest change first
         * @description Return a page of those in which something was said, the present one among them.
         *
         *     Of somebody whom the site vouches for they are theirs on all devices, otherwise on this one.
         */
        readonly get: operations["conversations_api_v1_visitor_conversations_get"];
        readonly put?: never;
        /**
         * Begin a new conversation
         * @description Return a token that opens a new conversation of the visitor; the old one stays as it is.
         *
         *     While a person is called, or there, it is refused. One in which nothing was said is given again.
         */
        readonly post: operations["begin_api_v1_visitor_conversations_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/conversations/{conversation_id}/attachments/{attachment_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A file of one of their conversations
         * @description Return a file that was sent, or one's own.
         */
        readonly get: operations["file_api_v1_visitor_conversations__conversation_id__attachments__attachment_id__get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/conversations/{conversation_id}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Messages of one of their conversations
         * @description Return a page of messages, oldest first, with the visitor's own thumbs for them.
         */
        readonly get: operations["messages_api_v1_visitor_conversations__conversation_id__messages_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/erasure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Erase the visitor who asks
         * @description Begin to erase all there is of the visitor, for good; their token opens nothing after it.
         */
        readonly post: operations["erase_api_v1_visitor_erasure_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitor/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the visitor is told, by long polling
         * @description Return what came after the cursor; without one, a snapshot and what comes after that.
         */
        readonly get: operations["events_api_v1_visitor_events_get"];
        readonly put?: never;
        readonly post?: never;
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
         * @description Return a page of messages, oldest first, with the visitor's own thumbs for them.
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
    readonly "/api/v1/visitors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find visitors
         * @description Return visitors of one's sites who said something, newest first.
         *
         *     ``text`` is words of a name or their beginnings, the beginning of an e-mail, the id that their
         *     site knows them by (that one comes first), a visitor's id or that of one of their conversations.
         */
        readonly get: operations["find_api_v1_visitors_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitors/{visitor_id}": {
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
         * Erase all there is of a visitor
         * @description Begin an erasure, which cannot be undone; asked for again, it is the same one.
         */
        readonly delete: operations["erase_api_v1_visitors__visitor_id__delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitors/{visitor_id}/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Export all there is of a visitor
         * @description Begin an export; asked for again while it is under way, it is the same one.
         */
        readonly post: operations["export_api_v1_visitors__visitor_id__export_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitors/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Exports and erasures that were asked for
         * @description Return what was asked for, newest first.
         */
        readonly get: operations["requests_api_v1_visitors_requests_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitors/requests/{request_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How far an export or an erasure has come
         * @description Return one request.
         */
        readonly get: operations["request_api_v1_visitors_requests__request_id__get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/visitors/requests/{request_id}/archive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Fetch what was exported
         * @description Return the archive, within 24 hours of its making; that it was taken is audited.
         */
        readonly get: operations["archive_api_v1_visitors_requests__request_id__archive_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/webhooks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Webhooks of the administrator's sites
         * @description Return them without their secrets.
         */
        readonly get: operations["webhooks_api_v1_webhooks_get"];
        readonly put?: never;
        /**
         * Make a webhook
         * @description Make a webhook and show its secret, this once.
         */
        readonly post: operations["create_api_v1_webhooks_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/webhooks/{webhook_id}": {
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
         * Delete a webhook
         * @description Delete it with its log; what waited is not sent any more.
         */
        readonly delete: operations["delete_api_v1_webhooks__webhook_id__delete"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a webhook, or enable it again
         * @description Change where it is told, of what, or whether at all.
         */
        readonly patch: operations["change_api_v1_webhooks__webhook_id__patch"];
        readonly trace?: never;
    };
    readonly "/api/v1/webhooks/{webhook_id}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was sent to a webhook
         * @description Return deliveries with their attempts, newest first, as long as the site keeps them.
         */
        readonly get: operations["deliveries_api_v1_webhooks__webhook_id__deliveries_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/webhooks/{webhook_id}/deliveries/{event_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Deliver an event again
         * @description Send it once more under its old id, whatever came of it before.
         */
        readonly post: operations["redeliver_api_v1_webhooks__webhook_id__deliveries__event_id__post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/webhooks/{webhook_id}/secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a webhook another secret
         * @description Show the new secret, this once; for 24 hours the one before it signs as well.
         */
        readonly post: operations["rotate_api_v1_webhooks__webhook_id__secret_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/webhooks/{webhook_id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a test event
         * @description Have a ``webhook.tested`` delivered as any other event is; the log tells what came of it.
         */
        readonly post: operations["test_api_v1_webhooks__webhook_id__test_post"];
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
         * AdapterOption
         * @description A version of an adapter; ``everywhere``: each worker that runs a model has it.
         */
        readonly AdapterOption: {
            /**
             * Everywhere
             * @default true
             */
            readonly everywhere: boolean;
            /** Loss After */
            readonly loss_after?: number | null;
            /** Loss Before */
            readonly loss_before?: number | null;
            /** Version */
            readonly version: string;
        };
        /**
         * AdapterOptions
         * @description What can be chosen for a slug; ``active`` is used where nothing is chosen.
         */
        readonly AdapterOptions: {
            /** Active */
            readonly active?: string | null;
            /** Slug */
            readonly slug: string;
            /**
             * Versions
             * @default []
             */
            readonly versions: readonly components["schemas"]["AdapterOption"][];
        };
        /**
         * AgentCopy
         * @description ``POST /agents/{site_id}/{slug}/copy``.
         */
        readonly AgentCopy: {
            /**
             * Documents
             * @default false
             */
            readonly documents: boolean;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Slug */
            readonly slug?: string | null;
        };
        /**
         * AgentCreate
         * @description ``POST /agents/{site_id}``; the slug stays what it is.
         */
        readonly AgentCreate: {
            /** Adapter */
            readonly adapter?: string | null;
            /**
             * Enabled
             * @default true
             */
            readonly enabled: boolean;
            /**
             * @default {
             *       "en": [],
             *       "ru": []
             *     }
             */
            readonly examples: components["schemas"]["AgentExamples"];
            /**
             * @default {
             *       "en": "",
             *       "ru": ""
             *     }
             */
            readonly instructions: components["schemas"]["AgentInstructions"];
            /** @default own */
            readonly knowledge: components["schemas"]["KnowledgeScope"];
            readonly name: components["schemas"]["AgentName"];
            /**
             * Slug
             * @example network
             */
            readonly slug: string;
            readonly subject: components["schemas"]["AgentSubject"];
        };
        /**
         * AgentExamples
         * @description Questions that the widget offers, in each language.
         */
        readonly AgentExamples: {
            /**
             * En
             * @default []
             */
            readonly en: readonly string[];
            /**
             * Ru
             * @default []
             */
            readonly ru: readonly string[];
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
         * AgentInstructions
         * @description What the agent is told besides the shipped rules, by the language of the question.
         */
        readonly AgentInstructions: {
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
         * AgentName
         * @description A name in each language; at least one is there, and stands for the other.
         */
        readonly AgentName: {
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
         * AgentOrder
         * @description ``PUT /agents/{site_id}``: all agents of the site, in their order.
         */
        readonly AgentOrder: {
            /** Order */
            readonly order: readonly string[];
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
             * Enabled
             * @default true
             */
            readonly enabled: boolean;
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
         *     ``sites`` are all of them, one without agents too. ``curve`` is null until a gpu_worker has
         *     told it, which it does at its start.
         */
        readonly AgentPolicyList: {
            readonly curve: components["schemas"]["ConfidenceCurve"] | null;
            /** Items */
            readonly items: readonly components["schemas"]["AgentPolicy"][];
            /**
             * Sites
             * @default []
             */
            readonly sites: readonly components["schemas"]["AgentSite"][];
        };
        /**
         * AgentPreview
         * @description The rules as the model would read them; null until a worker has told its templates.
         */
        readonly AgentPreview: {
            /** Template */
            readonly template: string | null;
            /** Text */
            readonly text: string | null;
        };
        /**
         * AgentPreviewRequest
         * @description ``POST /agents/{site_id}/{slug}/preview``: a draft, and the language of the question.
         */
        readonly AgentPreviewRequest: {
            /**
             * @default {
             *       "en": "",
             *       "ru": ""
             *     }
             */
            readonly instructions: components["schemas"]["AgentInstructions"];
            readonly language: components["schemas"]["Locale"];
            readonly name: components["schemas"]["AgentName"];
            readonly subject: components["schemas"]["AgentSubject"];
        };
        /**
         * AgentPut
         * @description ``PUT /agents/{site_id}/{slug}``; ``version`` is the one that was looked at.
         */
        readonly AgentPut: {
            /** Adapter */
            readonly adapter?: string | null;
            /**
             * @default {
             *       "en": [],
             *       "ru": []
             *     }
             */
            readonly examples: components["schemas"]["AgentExamples"];
            /**
             * @default {
             *       "en": "",
             *       "ru": ""
             *     }
             */
            readonly instructions: components["schemas"]["AgentInstructions"];
            /** @default own */
            readonly knowledge: components["schemas"]["KnowledgeScope"];
            readonly name: components["schemas"]["AgentName"];
            readonly subject: components["schemas"]["AgentSubject"];
            /** Version */
            readonly version: number;
        };
        /**
         * AgentSettings
         * @description An agent as it is edited, switched off or on, and what hangs on it.
         */
        readonly AgentSettings: {
            /** Adapter */
            readonly adapter?: string | null;
            /** Conversations */
            readonly conversations: number;
            /** Documents */
            readonly documents: number;
            /** Enabled */
            readonly enabled: boolean;
            /**
             * @default {
             *       "en": [],
             *       "ru": []
             *     }
             */
            readonly examples: components["schemas"]["AgentExamples"];
            /**
             * @default {
             *       "en": "",
             *       "ru": ""
             *     }
             */
            readonly instructions: components["schemas"]["AgentInstructions"];
            /** Instructions Version */
            readonly instructions_version: number;
            /** @default own */
            readonly knowledge: components["schemas"]["KnowledgeScope"];
            readonly name: components["schemas"]["AgentName"];
            /** Position */
            readonly position: number;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Slug */
            readonly slug: string;
            /** Sources */
            readonly sources: number;
            readonly subject: components["schemas"]["AgentSubject"];
            /** Version */
            readonly version: number;
            /** Wrong Share */
            readonly wrong_share: number | null;
        };
        /**
         * AgentSettingsList
         * @description The agents of a site, those that are switched off included; ``workers`` told of themselves.
         *
         *     ``backends`` are those that write answers now.
         */
        readonly AgentSettingsList: {
            /**
             * Adapters
             * @default []
             */
            readonly adapters: readonly components["schemas"]["AdapterOptions"][];
            /**
             * Backends
             * @default []
             */
            readonly backends: readonly string[];
            /** Items */
            readonly items: readonly components["schemas"]["AgentSettings"][];
            /**
             * Models
             * @default []
             */
            readonly models: readonly string[];
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
             * Workers
             * @default 0
             */
            readonly workers: number;
        };
        /**
         * AgentSite
         * @description A site that agents answer on.
         */
        readonly AgentSite: {
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Key */
            readonly key: string;
            /** Name */
            readonly name: string;
        };
        /**
         * AgentSubject
         * @description What the agent is asked about, in each language; one at least.
         */
        readonly AgentSubject: {
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
         * AgentSwitch
         * @description ``PUT /agents/{site_id}/{slug}/enabled``.
         */
        readonly AgentSwitch: {
            /** Enabled */
            readonly enabled: boolean;
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
         * AnswerPair
         * @description A question, how else it is asked, and its answer in Markdown without headings.
         */
        readonly AnswerPair: {
            /**
             * Agent
             * @default
             */
            readonly agent: string;
            /** Answer */
            readonly answer: string;
            /**
             * Phrasings
             * @default []
             */
            readonly phrasings: readonly string[];
            /** Question */
            readonly question: string;
            /**
             * Url
             * @default
             */
            readonly url: string;
        };
        /**
         * AnswerPassage
         * @description A passage that the answer was chosen from; scores are comparable within one answer.
         *
         *     ``score`` is that by which they are ordered. ``cited`` are the numbers by which the answer
         *     refers to it. ``text``, ``url`` and ``document_id`` are null once the
         *     passage is no longer in the knowledge.
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
            /** Document Id */
            readonly document_id?: string | null;
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
             * Logs Url
             * @example https://grafana.example.com/d/otvet-logs?var-request_id=…
             */
            readonly logs_url?: string | null;
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
             * Request Id
             * @example 01935f2a-7c40-7000-8000-0000000000ff
             */
            readonly request_id?: string | null;
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
         * ApiKeyCreate
         * @description ``POST /keys``: a key to some sites; without ``expires_at`` it lives until it is revoked.
         */
        readonly ApiKeyCreate: {
            /** Expires At */
            readonly expires_at?: string | null;
            /**
             * Name
             * @example CRM
             */
            readonly name: string;
            /**
             * Scopes
             * @example [
             *       "conversations.read"
             *     ]
             */
            readonly scopes: readonly components["schemas"]["Scope"][];
            /** Site Ids */
            readonly site_ids: readonly string[];
        };
        /**
         * ApiKeyInfo
         * @description A key without the key; ``sites`` are those of its sites that the reader works for.
         *
         *     It does no more than its maker may do now: ``lost_sites`` and ``lost_scopes`` are what it was
         *     made for and they may no longer.
         */
        readonly ApiKeyInfo: {
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /** Created By */
            readonly created_by?: string | null;
            /** Expires At */
            readonly expires_at?: string | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Last Used At */
            readonly last_used_at?: string | null;
            /**
             * Lost Scopes
             * @default []
             */
            readonly lost_scopes: readonly components["schemas"]["Scope"][];
            /**
             * Lost Sites
             * @default []
             */
            readonly lost_sites: readonly string[];
            /** Name */
            readonly name: string;
            /**
             * Opens Others
             * @description It is also for sites that the reader does not work for.
             * @default false
             */
            readonly opens_others: boolean;
            /**
             * Prefix
             * @example otvk_Ab3xY9
             */
            readonly prefix: string;
            /** Revoked At */
            readonly revoked_at?: string | null;
            /** Scopes */
            readonly scopes: readonly components["schemas"]["Scope"][];
            /** Sites */
            readonly sites: readonly string[];
        };
        /**
         * ApiKeyList
         * @description Keys, those in use first (200 at most).
         */
        readonly ApiKeyList: {
            /** Items */
            readonly items: readonly components["schemas"]["ApiKeyInfo"][];
        };
        /**
         * ApiKeySecret
         * @description A key that was just made; ``key`` is shown this once.
         */
        readonly ApiKeySecret: {
            readonly info: components["schemas"]["ApiKeyInfo"];
            /**
             * Key
             * @example otvk_Ab3xY9…
             */
            readonly key: string;
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
         * AttemptInfo
         * @description One attempt at a delivery: a status of the receiver, or the trouble on the way to it.
         */
        readonly AttemptInfo: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /**
             * Excerpt
             * @default
             */
            readonly excerpt: string;
            /** Latency Ms */
            readonly latency_ms: number;
            /** Status */
            readonly status?: number | null;
            readonly trouble?: components["schemas"]["DeliveryTrouble"] | null;
        };
        /**
         * AuditAction
         * @description What was changed, as ``subject.past-tense``; the console has a sentence for each.
         * @enum {string}
         */
        readonly AuditAction: "agent.changed" | "site.created" | "site.changed" | "site.deleted" | "site.erased" | "site.exported" | "site.imported" | "site.key-rotated" | "site.secret-rotated" | "site.identity-key-added" | "site.identity-key-removed" | "reply.created" | "reply.changed" | "reply.deleted" | "team.created" | "team.changed" | "team.deleted" | "assignment_rules.changed" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.deleted" | "webhook.disabled" | "webhook.tested" | "webhook.redelivered" | "key.created" | "key.revoked" | "visitor.export_requested" | "visitor.export_downloaded" | "visitor.erasure_requested" | "visitor.erased" | "retention.changed" | "agent.created" | "agent.copied" | "agent.deleted" | "agents.ordered" | "document.changed" | "document.deleted" | "document.restored" | "document.forgotten" | "document.shared" | "documents.reindexed" | "source.read" | "source.removed" | "invitation.created" | "invitation.renewed" | "invitation.revoked" | "operator.joined" | "operator.changed" | "operator.disabled" | "operator.enabled" | "password_link.created" | "password.changed" | "two_factor.enabled" | "two_factor.disabled" | "two_factor.reset" | "two_factor.rule_changed" | "recovery_codes.renewed" | "session.revoked" | "corrections.exported" | "case.created" | "case.changed" | "case.deleted" | "label.created" | "label.changed" | "label.deleted" | "view.shared" | "view.changed" | "view.deleted" | "dead_letters.replayed" | "dead_letters.dropped";
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
         * Case
         * @description A case with its last result.
         */
        readonly Case: {
            readonly action?: components["schemas"]["CaseAction"] | null;
            /** Agent */
            readonly agent?: string | null;
            /**
             * Contains
             * @default []
             */
            readonly contains: readonly string[];
            /** Conversation Id */
            readonly conversation_id?: string | null;
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /** Created By Name */
            readonly created_by_name: string;
            readonly document?: components["schemas"]["CaseDocument"] | null;
            /**
             * History
             * @default []
             */
            readonly history: readonly components["schemas"]["TrialSaid"][];
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /**
             * Note
             * @default
             * @example Так отвечал агент до замены роутеров
             */
            readonly note: string;
            /**
             * Question
             * @example Не подключается VPN
             */
            readonly question: string;
            readonly result?: components["schemas"]["CaseResult"] | null;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /**
             * Updated At
             * Format: date-time
             */
            readonly updated_at: string;
            /** Updated By Name */
            readonly updated_by_name: string;
        };
        /**
         * CaseAction
         * @description What the agents are expected to do with a question.
         * @enum {string}
         */
        readonly CaseAction: "answer" | "clarify" | "hand_off" | "greet" | "decline";
        /**
         * CaseChange
         * @description Why the last result may hold no more.
         * @enum {string}
         */
        readonly CaseChange: "case" | "knowledge";
        /**
         * CaseDocument
         * @description The document that an answer must cite; ``name`` is null once it was deleted.
         */
        readonly CaseDocument: {
            /** Agent */
            readonly agent?: string | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /**
             * Name
             * @example vpn.md
             */
            readonly name?: string | null;
        };
        /**
         * CaseFault
         * @description What was expected and is not so.
         * @enum {string}
         */
        readonly CaseFault: "agent" | "action" | "citation" | "text";
        /**
         * CaseFaultInfo
         * @description What was expected, and what was made instead: slugs, actions, names of documents, words.
         */
        readonly CaseFaultInfo: {
            /**
             * Expected
             * @example network
             */
            readonly expected: string;
            /**
             * Made
             * @default
             * @example access
             */
            readonly made: string;
            readonly what: components["schemas"]["CaseFault"];
        };
        /**
         * CaseList
         * @description ``GET /sites/{site_id}/cases``: all cases, oldest first, and the last runs, newest first.
         */
        readonly CaseList: {
            /** Items */
            readonly items: readonly components["schemas"]["Case"][];
            /** Runs */
            readonly runs: readonly components["schemas"]["CaseRun"][];
        };
        /**
         * CasePut
         * @description ``PUT /sites/{site_id}/cases/{case_id}``.
         *
         *     The id is minted by the caller, so that a repeated request makes one case. At least one thing
         *     is expected. ``contains`` are words that the answer must have, in their order: letters small or
         *     capital, «ё» and marks between them do not matter, and ``*`` stands for any ending.
         *     ``conversation_id`` says whose words the question is: the case is deleted with that
         *     conversation. Without it the case is the site's own.
         */
        readonly CasePut: {
            readonly action?: components["schemas"]["CaseAction"] | null;
            /** Agent */
            readonly agent?: string | null;
            /**
             * Contains
             * @default []
             */
            readonly contains: readonly string[];
            /** Conversation Id */
            readonly conversation_id?: string | null;
            /** Document Id */
            readonly document_id?: string | null;
            /**
             * History
             * @default []
             */
            readonly history: readonly components["schemas"]["TrialSaid"][];
            /**
             * Note
             * @default
             * @example Так отвечал агент до замены роутеров
             */
            readonly note: string;
            /**
             * Question
             * @example Не подключается VPN
             */
            readonly question: string;
        };
        /**
         * CaseResult
         * @description What came of a case the last time that it was run.
         */
        readonly CaseResult: {
            /**
             * Adapter
             * @example network@3
             */
            readonly adapter?: string | null;
            /** Agent */
            readonly agent?: string | null;
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            readonly before?: components["schemas"]["CaseVerdict"] | null;
            readonly changed?: components["schemas"]["CaseChange"] | null;
            /** Confidence */
            readonly confidence?: number | null;
            readonly failure?: components["schemas"]["TrialFailure"] | null;
            /**
             * Faults
             * @default []
             */
            readonly faults: readonly components["schemas"]["CaseFaultInfo"][];
            /**
             * Knowledge Version
             * @example 12
             */
            readonly knowledge_version?: number | null;
            /**
             * Model
             * @example qwen3-4b
             */
            readonly model?: string | null;
            readonly outcome?: components["schemas"]["Outcome"] | null;
            /** Run Id */
            readonly run_id?: string | null;
            readonly verdict: components["schemas"]["CaseVerdict"];
        };
        /**
         * CaseRun
         * @description A run of some cases: how far it is, and what came of it.
         *
         *     ``broken`` of the failed had passed the time before; ``mended`` of the passed had not.
         */
        readonly CaseRun: {
            /**
             * Broken
             * @default 0
             */
            readonly broken: number;
            /** Ended At */
            readonly ended_at?: string | null;
            /**
             * Failed
             * @default 0
             */
            readonly failed: number;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /**
             * Mended
             * @default 0
             */
            readonly mended: number;
            /**
             * Passed
             * @default 0
             */
            readonly passed: number;
            /**
             * Started At
             * Format: date-time
             */
            readonly started_at: string;
            /** Started By Name */
            readonly started_by_name: string;
            readonly state: components["schemas"]["RunState"];
            /** Total */
            readonly total: number;
            /**
             * Unanswered
             * @default 0
             */
            readonly unanswered: number;
        };
        /**
         * CaseRunStart
         * @description ``POST /sites/{site_id}/cases/runs``: which cases are run; without ids all are.
         */
        readonly CaseRunStart: {
            /**
             * Case Ids
             * @default []
             */
            readonly case_ids: readonly string[];
        };
        /**
         * CasesRan
         * @description ``cases.ran``, to the consoles of a site; with the case that was judged just now.
         */
        readonly CasesRan: {
            /**
             * Case Id
             * @default null
             */
            readonly case_id: string | null;
            /** @default null */
            readonly result: components["schemas"]["CaseResult"] | null;
            readonly run: components["schemas"]["CaseRun"];
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
        };
        /**
         * CaseTrace
         * @description ``GET /sites/{site_id}/cases/{case_id}/trace``: the last answer, and how it was made.
         */
        readonly CaseTrace: {
            readonly answer: components["schemas"]["TrialAnswer"];
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /**
             * Case Id
             * Format: uuid
             */
            readonly case_id: string;
        };
        /**
         * CaseVerdict
         * @description What came of a case the last time that it was run.
         * @enum {string}
         */
        readonly CaseVerdict: "passed" | "failed" | "unanswered";
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
            /**
             * Client Message Id
             * @example 01935f2a-7c40-7000-8000-0000000000c1
             */
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
         * ContextPage
         * @description Where the visitor is, as their browser told.
         */
        readonly ContextPage: {
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
         * ContextVisitor
         * @description Who asks; ``external_id``, ``email`` and ``attributes`` are signed by the site.
         */
        readonly ContextVisitor: {
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
         * ConversationBegin
         * @description ``POST /visitor/conversations``: a new one, of the same visitor.
         */
        readonly ConversationBegin: {
            readonly locale?: components["schemas"]["Locale"] | null;
            readonly page?: components["schemas"]["PageInfo"] | null;
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
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
            readonly page?: components["schemas"]["ContextPage"] | null;
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
            readonly visitor: components["schemas"]["ContextVisitor"];
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
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
            readonly cursor: string;
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
         *
         *     ``ratings`` are what the visitor thinks of these messages and, behind a cursor, what changed of
         *     it; ``score``, of the conversation: behind a cursor null is unchanged.
         */
        readonly ConversationSnapshot: {
            readonly conversation: components["schemas"]["ConversationState"];
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
            /**
             * Ratings
             * @default []
             */
            readonly ratings: readonly components["schemas"]["RatingInfo"][];
            /** @default null */
            readonly score: components["schemas"]["ScoreInfo"] | null;
        };
        /**
         * ConversationState
         * @description Who has the floor, as both sides see it.
         *
         *     While a person is awaited, ``position`` counts from 1; ``eta_seconds`` is how long it probably
         *     takes from now, null where that cannot be said (docs/architecture.md).
         */
        readonly ConversationState: {
            /** Eta Seconds */
            readonly eta_seconds?: number | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Operator Name */
            readonly operator_name?: string | null;
            /** Position */
            readonly position?: number | null;
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
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
         * CorrectionInfo
         * @description A correction: who, when, of what, what was wrong and what would have been right.
         */
        readonly CorrectionInfo: {
            /** Agent */
            readonly agent?: string | null;
            /** Answer */
            readonly answer: string;
            /** Asked */
            readonly asked: readonly string[];
            /**
             * Comment
             * @default
             */
            readonly comment: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /** Created By Name */
            readonly created_by_name: string;
            /**
             * History
             * @default []
             */
            readonly history: readonly components["schemas"]["TrialSaid"][];
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            readonly kind: components["schemas"]["CorrectionKind"];
            /**
             * Message Id
             * Format: uuid
             */
            readonly message_id: string;
            /**
             * Passages
             * @default []
             */
            readonly passages: readonly components["schemas"]["CorrectionPassage"][];
            /** Question */
            readonly question: string;
            /** Right Agent */
            readonly right_agent?: string | null;
            /** Right Answer */
            readonly right_answer: string;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
            readonly state: components["schemas"]["CorrectionState"];
            /**
             * Updated At
             * Format: date-time
             */
            readonly updated_at: string;
            /** Updated By Name */
            readonly updated_by_name: string;
        };
        /**
         * CorrectionKind
         * @description What was wrong with an answer.
         * @enum {string}
         */
        readonly CorrectionKind: "answer" | "wrong_agent" | "hand_over";
        /**
         * CorrectionPage
         * @description ``GET /corrections``, newest first; ``next`` is the ``before`` of the page below.
         */
        readonly CorrectionPage: {
            /** Items */
            readonly items: readonly components["schemas"]["CorrectionInfo"][];
            /** Next */
            readonly next?: string | null;
        };
        /**
         * CorrectionPassage
         * @description A passage as it was when it was chosen; without ``passage_id`` it was written by hand.
         */
        readonly CorrectionPassage: {
            /** Agent */
            readonly agent: string;
            /** Passage Id */
            readonly passage_id?: string | null;
            /** Text */
            readonly text: string;
            /** Title */
            readonly title: string;
            /** Url */
            readonly url?: string | null;
        };
        /**
         * CorrectionPatch
         * @description ``PATCH /corrections/{correction_id}``: take it out of use, or back into it.
         */
        readonly CorrectionPatch: {
            readonly state: components["schemas"]["CorrectionState"];
        };
        /**
         * CorrectionPut
         * @description ``PUT /conversations/{conversation_id}/messages/{message_id}/correction``.
         *
         *     ``answer`` says the right answer, its passages or both; ``wrong_agent`` whose question it was,
         *     and may say the rest; with ``hand_over`` nothing more is to be said.
         */
        readonly CorrectionPut: {
            /**
             * Comment
             * @default
             */
            readonly comment: string;
            readonly kind: components["schemas"]["CorrectionKind"];
            /**
             * Passages
             * @default []
             */
            readonly passages: readonly components["schemas"]["RightPassage"][];
            /** Right Agent */
            readonly right_agent?: string | null;
            /**
             * Right Answer
             * @default
             */
            readonly right_answer: string;
        };
        /**
         * CorrectionState
         * @description Whether a correction is used.
         * @enum {string}
         */
        readonly CorrectionState: "active" | "discarded";
        /**
         * CorrectionUse
         * @description What corrections are exported for.
         * @enum {string}
         */
        readonly CorrectionUse: "questions" | "examples";
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
         * DeletedDocument
         * @description A deleted document that can come back ``until`` then.
         */
        readonly DeletedDocument: {
            /** Agent */
            readonly agent: string;
            /**
             * Deleted At
             * Format: date-time
             */
            readonly deleted_at: string;
            /** Deleted By */
            readonly deleted_by: string;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Name */
            readonly name: string;
            /** Size */
            readonly size: number;
            /** Title */
            readonly title: string;
            /**
             * Until
             * Format: date-time
             */
            readonly until: string;
            /** Url */
            readonly url?: string | null;
        };
        /**
         * DeletedDocumentList
         * @description Deleted documents of one site, the newest first; at most a few hundred.
         */
        readonly DeletedDocumentList: {
            /** Items */
            readonly items: readonly components["schemas"]["DeletedDocument"][];
        };
        /**
         * DeliveryInfo
         * @description An event on its way to a webhook, with its newest attempts (10 at most).
         */
        readonly DeliveryInfo: {
            /** Attempts */
            readonly attempts: number;
            /** Body */
            readonly body: string;
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /**
             * Event Id
             * Format: uuid
             */
            readonly event_id: string;
            /** Next At */
            readonly next_at?: string | null;
            readonly state: components["schemas"]["DeliveryState"];
            /**
             * Tries
             * @default []
             */
            readonly tries: readonly components["schemas"]["AttemptInfo"][];
            readonly type: components["schemas"]["WebhookEventType"];
        };
        /**
         * DeliveryPage
         * @description Deliveries of a webhook, newest first; ``next`` is the ``before`` of the next page.
         */
        readonly DeliveryPage: {
            /** Items */
            readonly items: readonly components["schemas"]["DeliveryInfo"][];
            /** Next */
            readonly next?: number | null;
        };
        /**
         * DeliveryState
         * @description How far an event has come on its way to one webhook.
         * @enum {string}
         */
        readonly DeliveryState: "pending" | "delivered" | "failed";
        /**
         * DeliveryTrouble
         * @description Why an attempt did not end with a status of the receiver.
         * @enum {string}
         */
        readonly DeliveryTrouble: "address_refused" | "host_unknown" | "unreachable" | "timed_out" | "webhook_disabled";
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
         * DiffLine
         * @description A line of a comparison; ``skipped`` stands for ``count`` equal lines.
         */
        readonly DiffLine: {
            /**
             * Count
             * @default 0
             */
            readonly count: number;
            /**
             * Kind
             * @enum {string}
             */
            readonly kind: "same" | "removed" | "added" | "skipped";
            /**
             * Parts
             * @default []
             */
            readonly parts: readonly components["schemas"]["DiffPart"][];
        };
        /**
         * DiffPart
         * @description A piece of a line, and whether it differs from the other side.
         */
        readonly DiffPart: {
            /**
             * Changed
             * @default false
             */
            readonly changed: boolean;
            /** Text */
            readonly text: string;
        };
        /**
         * DisabledReason
         * @description Why a webhook is not told anything.
         * @enum {string}
         */
        readonly DisabledReason: "by_hand" | "failing" | "gone";
        /**
         * DocumentAnswersPut
         * @description ``PUT /knowledge/documents/{id}/answers``: all pairs, in their order.
         */
        readonly DocumentAnswersPut: {
            /** Base */
            readonly base: number;
            /** Pairs */
            readonly pairs: readonly components["schemas"]["AnswerPair"][];
            /**
             * Title
             * @default
             */
            readonly title: string;
        };
        /**
         * DocumentDiff
         * @description Two versions side by side, line by line; ``is_cut``: there is more than is shown.
         */
        readonly DocumentDiff: {
            /** Added */
            readonly added: number;
            /** After */
            readonly after: number;
            /** Before */
            readonly before: number;
            /**
             * Is Cut
             * @default false
             */
            readonly is_cut: boolean;
            /** Lines */
            readonly lines: readonly components["schemas"]["DiffLine"][];
            /** Removed */
            readonly removed: number;
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
            /**
             * Author
             * @default
             */
            readonly author: string;
            /**
             * Changed At
             * Format: date-time
             */
            readonly changed_at: string;
            /** Error */
            readonly error?: string | null;
            /**
             * Errors
             * @default []
             */
            readonly errors: readonly components["schemas"]["KnowledgeProblem"][];
            /** @default upload */
            readonly how: components["schemas"]["Made"];
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** @default text */
            readonly kind: components["schemas"]["DocumentKind"];
            readonly language?: components["schemas"]["Locale"] | null;
            /** Name */
            readonly name: string;
            /** Passages */
            readonly passages: number;
            /**
             * Shared
             * @default false
             */
            readonly shared: boolean;
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
         * DocumentKind
         * @description What a document is edited as; for the index it is Markdown either way.
         * @enum {string}
         */
        readonly DocumentKind: "text" | "answers";
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
            /**
             * Agent
             * @example network
             */
            readonly agent: string;
            /** @default text */
            readonly kind: components["schemas"]["DocumentKind"];
            /**
             * Name
             * @example vpn.md
             */
            readonly name: string;
            /** Site Key */
            readonly site_key: string;
            /** Text */
            readonly text: string;
        };
        /**
         * DocumentRollBack
         * @description ``POST /knowledge/documents/{id}/roll-back``: the version whose text is to hold again.
         */
        readonly DocumentRollBack: {
            /** Base */
            readonly base: number;
            /** Version */
            readonly version: number;
        };
        /**
         * DocumentShare
         * @description ``PUT /knowledge/documents/{id}/shared``.
         */
        readonly DocumentShare: {
            /** Shared */
            readonly shared: boolean;
        };
        /**
         * DocumentText
         * @description What a document says in one version.
         *
         *     ``answers`` are its pairs where it is a list of questions and answers, whatever its ``kind``.
         */
        readonly DocumentText: {
            /** Answers */
            readonly answers?: readonly components["schemas"]["AnswerPair"][] | null;
            readonly kind: components["schemas"]["DocumentKind"];
            /** Text */
            readonly text: string;
            /** Title */
            readonly title: string;
            /** Version */
            readonly version: number;
        };
        /**
         * DocumentTextPut
         * @description ``PUT /knowledge/documents/{id}/text``.
         */
        readonly DocumentTextPut: {
            /** Base */
            readonly base: number;
            /** Text */
            readonly text: string;
        };
        /**
         * DocumentVersion
         * @description A version of a document: how it came about, by whom, and when.
         *
         *     ``is_read`` is false of a file that was not read yet, or could not be: then it has no text.
         */
        readonly DocumentVersion: {
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            /** Author */
            readonly author: string;
            readonly how: components["schemas"]["Made"];
            /** Is Current */
            readonly is_current: boolean;
            /** Is Read */
            readonly is_read: boolean;
            readonly kind: components["schemas"]["DocumentKind"];
            /** Size */
            readonly size: number;
            /** Title */
            readonly title: string;
            /** Version */
            readonly version: number;
        };
        /**
         * DocumentVersionList
         * @description Versions of a document, the newest first; ``most`` earlier ones are kept.
         */
        readonly DocumentVersionList: {
            /** Items */
            readonly items: readonly components["schemas"]["DocumentVersion"][];
            /** Most */
            readonly most: number;
        };
        /**
         * DraftDecision
         * @description What an operator made of a draft.
         * @enum {string}
         */
        readonly DraftDecision: "sent" | "edited" | "refused";
        /**
         * DraftRefusal
         * @description Why a draft was refused.
         * @enum {string}
         */
        readonly DraftRefusal: "wrong" | "incomplete" | "off_topic" | "style" | "other";
        /**
         * DraftVerdict
         * @description ``POST /trials/{trial_id}/verdict``: what became of a draft.
         *
         *     ``text`` is what was sent instead of it, and only of an edited one; ``reason`` why it was
         *     refused.
         */
        readonly DraftVerdict: {
            /** Comment */
            readonly comment?: string | null;
            readonly decision: components["schemas"]["DraftDecision"];
            readonly reason?: components["schemas"]["DraftRefusal"] | null;
            /** Text */
            readonly text?: string | null;
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
            /** First Answer Ms */
            readonly first_answer_ms: number | null;
            /** First Human Ms */
            readonly first_human_ms: number | null;
            /** Handed Off */
            readonly handed_off: boolean;
            readonly handoff_reason: components["schemas"]["HandoffReason"] | null;
            /** Operator Name */
            readonly operator_name: string | null;
            /** Ordinal */
            readonly ordinal: number;
            /** Question */
            readonly question: string;
            /** Resolution Ms */
            readonly resolution_ms: number | null;
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
         * @description Episodes, newest first, or of a time the longest first; ``next`` asks for those after.
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
         * ExampleQuestions
         * @description Questions that an agent is there for, in the reader's language.
         */
        readonly ExampleQuestions: {
            /**
             * Agent
             * @example network
             */
            readonly agent: string;
            /** Questions */
            readonly questions: readonly string[];
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
         * FileType
         * @description Media types that are taken.
         * @enum {string}
         */
        readonly FileType: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "application/vnd.openxmlformats-officedocument.presentationml.presentation" | "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.spreadsheet" | "text/plain";
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
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
         * @description ``generation.stage``: what the agents are doing now.
         *
         *     ``position`` counts from 1, of the answers that no worker has begun; null once it is begun.
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
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
         * @description ``handoff.started``: a person was called; the rest as in ``ConversationState``.
         */
        readonly HandoffStarted: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
            /**
             * End
             * @example 09:00
             */
            readonly end: string;
            /**
             * Start
             * @example 09:00
             */
            readonly start: string;
        };
        /**
         * IdentityKeyAdd
         * @description ``POST /sites/{site_id}/identity-keys``: a public key, PEM or JWK.
         *
         *     ``kid`` is what tokens call it; null: that of the JWK, else the key's thumbprint (RFC 7638).
         */
        readonly IdentityKeyAdd: {
            /** Key */
            readonly key: string;
            /** Kid */
            readonly kid?: string | null;
        };
        /**
         * IdentityKeyInfo
         * @description A public key of the site's server; ``id`` is its thumbprint (RFC 7638).
         */
        readonly IdentityKeyInfo: {
            readonly algorithm: components["schemas"]["SignatureAlgorithm"];
            /** Bits */
            readonly bits: number;
            /** Id */
            readonly id: string;
            /** Kid */
            readonly kid: string;
            /**
             * Made At
             * Format: date-time
             */
            readonly made_at: string;
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
         * InboxFilter
         * @description Which conversations are asked for; all that is given must hold. Times have a zone.
         *
         *     ``assigned`` is ``me``, ``nobody`` or an operator's id; ``waiting_over`` is in seconds;
         *     ``labels`` must all be on it; ``scores`` are the visitor's, ``rating`` is that of any answer;
         *     ``since`` and ``until`` are about the last change; ``unread``: waiting or the caller's, with
         *     something that the caller has not seen. ``q`` is searched for in messages and visitors.
         */
        readonly InboxFilter: {
            /**
             * Agent
             * @example network
             */
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
         * InstallationLimits
         * @description What stands where a site has no limit; who runs the installation may go beyond a site's.
         */
        readonly InstallationLimits: {
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
            /**
             * Email
             * @example anna@example.com
             */
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
         * KnowledgeScope
         * @description Whose documents an agent answers from, each set holding the ones before it.
         * @enum {string}
         */
        readonly KnowledgeScope: "own" | "shared" | "all";
        /**
         * KnowledgeUpdated
         * @description ``knowledge.updated``: documents or web sources of a site have changed.
         */
        readonly KnowledgeUpdated: {
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
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
         * LauncherIcon
         * @description What is drawn on the launcher.
         * @enum {string}
         */
        readonly LauncherIcon: "bubble" | "question" | "person" | "spark";
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
            /**
             * Email
             * @example anna@shop.example
             */
            readonly email: string;
            /**
             * Password
             * Format: password
             */
            readonly password: string;
        };
        /**
         * Made
         * @description How a version of a document came about.
         * @enum {string}
         */
        readonly Made: "upload" | "edit" | "web" | "roll_back" | "restore" | "copy" | "demo";
        /**
         * Measure
         * @description What is counted; each number opens the conversations behind it (definitions: ADR 0018).
         * @enum {string}
         */
        readonly Measure: "episodes" | "answered" | "resolved" | "durable" | "came_back" | "handed_off" | "unanswered" | "missed" | "reported" | "rated_low" | "first_answer" | "first_human" | "resolution" | "agents_score" | "people_score" | "no_agent";
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
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
         * @description ``message.rated``: the visitor gave an answer a thumb; their other tabs hear it, too.
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
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
            readonly cursor: string;
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
            /**
             * Client Message Id
             * @example 01935f2a-7c40-7000-8000-0000000000c1
             */
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
         * @description ``generation.stop``, ``typing.start`` and others that say all by their name carry nothing.
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
            /**
             * Client Message Id
             * @example 01935f2a-7c40-7000-8000-0000000000c1
             */
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
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
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
            /**
             * Client Message Id
             * @example 01935f2a-7c40-7000-8000-0000000000c1
             */
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
         * OperatorRead
         * @description ``conversation.read`` of an operator: seen up to ``seq``, on all their devices.
         */
        readonly OperatorRead: {
            /**
             * Conversation Id
             * Format: uuid
             */
            readonly conversation_id: string;
            /** Seq */
            readonly seq: number;
        };
        /**
         * Outcome
         * @description What a finished agent message is, or what a system message reports.
         * @enum {string}
         */
        readonly Outcome: "answered" | "quoted" | "clarified" | "greeted" | "declined" | "stopped" | "handed_off" | "operator_joined" | "returned" | "closed" | "reopened" | "released";
        /**
         * OwnConversation
         * @description A conversation in a visitor's own list; ``question`` is how they began it, cut.
         */
        readonly OwnConversation: {
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
            /** Is Current */
            readonly is_current: boolean;
            /**
             * Question
             * @example VPN не подключается, ошибка 809
             */
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
         * OwnConversationPage
         * @description ``GET /visitor/conversations``: newest first; ``next`` is the ``before`` of the next page.
         */
        readonly OwnConversationPage: {
            /** Items */
            readonly items: readonly components["schemas"]["OwnConversation"][];
            /** Next */
            readonly next?: string | null;
        };
        /**
         * PageInfo
         * @description Where the visitor writes from. The widget leaves the query out of ``url`` by default.
         */
        readonly PageInfo: {
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
             * Position
             * @default null
             */
            readonly position: number | null;
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
         * PersonList
         * @description ``GET /conversations/{conversation_id}/people``: by name.
         */
        readonly PersonList: {
            /** Items */
            readonly items: readonly components["schemas"]["Person"][];
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
         * PollTransport
         * @description ``POST /visitor/commands`` and ``GET /visitor/events``.
         */
        readonly PollTransport: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "poll";
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
         * @description A visitor's thumb for an answer.
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
         * RequestKind
         * @description What is asked for about a visitor's data.
         * @enum {string}
         */
        readonly RequestKind: "export" | "erasure";
        /**
         * RequestState
         * @description How far it has come.
         * @enum {string}
         */
        readonly RequestState: "pending" | "done" | "failed";
        /**
         * RetentionInfo
         * @description A site's policy.
         */
        readonly RetentionInfo: {
            /** Audit Days */
            readonly audit_days: number | null;
            /** Conversation Days */
            readonly conversation_days: number | null;
            /**
             * Delivery Days
             * @example 30
             */
            readonly delivery_days: number;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
        };
        /**
         * RetentionList
         * @description The policies of the administrator's sites.
         */
        readonly RetentionList: {
            /** Items */
            readonly items: readonly components["schemas"]["RetentionInfo"][];
        };
        /**
         * RetentionPreview
         * @description How much a policy would delete if it held now.
         */
        readonly RetentionPreview: {
            /** Audit Entries */
            readonly audit_entries: number;
            /** Conversations */
            readonly conversations: number;
            /** Deliveries */
            readonly deliveries: number;
        };
        /**
         * RetentionPut
         * @description ``PUT /retention/{site_id}``: days that things are kept; null: for ever.
         *
         *     ``conversation_days`` counts from the last thing that happened in a conversation that is closed
         *     or with an agent; ``delivery_days`` is about the log of webhooks.
         */
        readonly RetentionPut: {
            /** Audit Days */
            readonly audit_days: number | null;
            /** Conversation Days */
            readonly conversation_days: number | null;
            /**
             * Delivery Days
             * @example 30
             */
            readonly delivery_days: number;
        };
        /**
         * RightPassage
         * @description A passage that answers: one of the knowledge by its ``passage_id``, or one's own words.
         */
        readonly RightPassage: {
            /** Passage Id */
            readonly passage_id?: string | null;
            /**
             * Text
             * @default
             */
            readonly text: string;
            /**
             * Title
             * @default
             * @example VPN › Ошибка 809
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
         * RunState
         * @description How far a run of cases has come.
         * @enum {string}
         */
        readonly RunState: "running" | "done" | "stopped";
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
         * Scope
         * @description A key has some of these; a route that names none of them takes no key.
         * @enum {string}
         */
        readonly Scope: "conversations.read" | "knowledge.read" | "knowledge.write" | "analytics.read" | "visitors.read" | "visitors.export" | "visitors.erase";
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
         * ScoreInfo
         * @description A visitor's score for a conversation, 1 to 5.
         */
        readonly ScoreInfo: {
            /**
             * Comment
             * @default null
             */
            readonly comment: string | null;
            /** Score */
            readonly score: number;
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
         * SignatureAlgorithm
         * @description How a token is signed with a key whose public half the site has set.
         * @enum {string}
         */
        readonly SignatureAlgorithm: "RS256" | "ES256";
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
         * SiteDelete
         * @description ``POST /sites/{site_id}/deletion``: the site's name, so that nobody deletes another.
         */
        readonly SiteDelete: {
            /**
             * Name
             * @example Магазин
             */
            readonly name: string;
        };
        /**
         * SiteDetail
         * @description All that can be decided of a site, and what is seen of it.
         *
         *     ``integrity`` is that of the present ``widget.js``, null where it is not built.
         *     ``defaults`` are the installation's limits, which stand where the site has none.
         */
        readonly SiteDetail: {
            readonly defaults: components["schemas"]["InstallationLimits"];
            /** Enabled */
            readonly enabled: boolean;
            readonly greeting: components["schemas"]["Greeting"];
            readonly hours: components["schemas"]["SiteHours"] | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Identity Keys */
            readonly identity_keys: readonly components["schemas"]["IdentityKeyInfo"][];
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
            /**
             * Zone
             * @example Europe/Moscow
             */
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
            /**
             * Accent
             * @example #4f46e5
             */
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
         * SocketTransport
         * @description Socket.IO, where this page came from.
         */
        readonly SocketTransport: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "socket";
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
         * TrialAccepted
         * @description The trial is on its way; ``trial.completed`` tells when to fetch it.
         */
        readonly TrialAccepted: {
            /**
             * Trial Id
             * Format: uuid
             */
            readonly trial_id: string;
        };
        /**
         * TrialAnswer
         * @description What the agents would say, and all that it was made of.
         */
        readonly TrialAnswer: {
            /** Agent */
            readonly agent?: string | null;
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
            readonly handoff_reason?: components["schemas"]["HandoffReason"] | null;
            readonly outcome: components["schemas"]["Outcome"];
            readonly provenance: components["schemas"]["AnswerProvenance"];
            /** Text */
            readonly text: string;
        };
        /**
         * TrialCompleted
         * @description ``trial.completed``, to all sockets of the operator who asked.
         */
        readonly TrialCompleted: {
            readonly kind: components["schemas"]["TrialKind"];
            readonly state: components["schemas"]["TrialState"];
            /**
             * Trial Id
             * Format: uuid
             */
            readonly trial_id: string;
        };
        /**
         * TrialExamples
         * @description ``GET /trials/examples``: what may be asked of a site's agents, to begin with.
         */
        readonly TrialExamples: {
            /** Items */
            readonly items: readonly components["schemas"]["ExampleQuestions"][];
        };
        /**
         * TrialFailure
         * @description Why there is no result.
         * @enum {string}
         */
        readonly TrialFailure: "late" | "busy" | "unavailable" | "failed";
        /**
         * TrialInfo
         * @description ``GET /trials/{trial_id}``; for the operator who asked, for an hour.
         */
        readonly TrialInfo: {
            readonly answer?: components["schemas"]["TrialAnswer"] | null;
            /** Asked */
            readonly asked: readonly string[];
            /**
             * At
             * Format: date-time
             */
            readonly at: string;
            readonly attempt?: components["schemas"]["TrialAnswer"] | null;
            /** Conversation Id */
            readonly conversation_id?: string | null;
            readonly failure?: components["schemas"]["TrialFailure"] | null;
            readonly found?: components["schemas"]["AnswerProvenance"] | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            readonly kind: components["schemas"]["TrialKind"];
            /** Message Id */
            readonly message_id?: string | null;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            readonly state: components["schemas"]["TrialState"];
        };
        /**
         * TrialKind
         * @description What is asked of the agents.
         * @enum {string}
         */
        readonly TrialKind: "answer" | "search" | "draft" | "replay";
        /**
         * TrialSaid
         * @description A message before the question.
         */
        readonly TrialSaid: {
            /** Agent */
            readonly agent?: string | null;
            /**
             * Sender
             * @enum {string}
             */
            readonly sender: "visitor" | "agent" | "operator";
            /**
             * Text
             * @example Не подключается VPN
             */
            readonly text: string;
        };
        /**
         * TrialStart
         * @description ``POST /trials``.
         *
         *     ``answer`` and ``search`` bring a ``text`` for a site of the operator's; ``draft`` names a
         *     conversation, and ``replay`` one of its answers: question and history are taken from there.
         *     With an ``agent`` that one alone is asked.
         */
        readonly TrialStart: {
            /** Agent */
            readonly agent?: string | null;
            /** Conversation Id */
            readonly conversation_id?: string | null;
            /**
             * History
             * @default []
             */
            readonly history: readonly components["schemas"]["TrialSaid"][];
            readonly kind: components["schemas"]["TrialKind"];
            /** Message Id */
            readonly message_id?: string | null;
            /** Site Id */
            readonly site_id?: string | null;
            /** Text */
            readonly text?: string | null;
        };
        /**
         * TrialState
         * @description How far a trial has come.
         * @enum {string}
         */
        readonly TrialState: "pending" | "done" | "failed";
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
         * @description How an operator's second factor stands, and which sites they may not enter without it.
         */
        readonly TwoFactorState: {
            /** Enabled At */
            readonly enabled_at: string | null;
            /**
             * Held Sites
             * @default []
             */
            readonly held_sites: readonly string[];
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
        /**
         * UnseenCount
         * @description How many mentions were not looked at yet.
         */
        readonly UnseenCount: {
            /** Unseen */
            readonly unseen: number;
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
         * VisitorCommand
         * @description ``POST /visitor/commands``: what a socket would send; answered with what it would ack.
         */
        readonly VisitorCommand: {
            /**
             * Data
             * @default {}
             * @example {
             *       "client_message_id": "c7d1f0a2b3e4",
             *       "text": "Не открывается почта"
             *     }
             */
            readonly data: unknown;
            /**
             * Event
             * @example message.send
             */
            readonly event: string;
        };
        /**
         * VisitorEvent
         * @description A fact, as a socket would bring it.
         */
        readonly VisitorEvent: {
            /**
             * Data
             * @example {
             *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
             *       "cursor": "9f3a1c7e5b2d8046:42",
             *       "status": "waiting"
             *     }
             */
            readonly data: {
                readonly [key: string]: unknown;
            };
            /**
             * Event
             * @example conversation.status
             */
            readonly event: string;
        };
        /**
         * VisitorEvents
         * @description What came after a cursor, in its order, and the cursor to go on with.
         */
        readonly VisitorEvents: {
            /**
             * Cursor
             * @example 9f3a1c7e5b2d8046:42
             */
            readonly cursor: string;
            /** Events */
            readonly events: readonly components["schemas"]["VisitorEvent"][];
        };
        /**
         * VisitorInfo
         * @description A visitor, to be found again; ``last_at`` is when something last happened with them.
         *
         *     ``external_id`` is what their site knows them by; ``email`` what it says, or what they left.
         */
        readonly VisitorInfo: {
            /** Conversations */
            readonly conversations: number;
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /** Email */
            readonly email?: string | null;
            /** External Id */
            readonly external_id?: string | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Last At */
            readonly last_at?: string | null;
            /** Messages */
            readonly messages: number;
            /** Name */
            readonly name: string;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
        };
        /**
         * VisitorMessagePage
         * @description Messages as their visitor sees them; ``ratings`` are the thumbs they gave to these.
         */
        readonly VisitorMessagePage: {
            /** Has More */
            readonly has_more: boolean;
            /** Items */
            readonly items: readonly components["schemas"]["Message"][];
            /**
             * Ratings
             * @default []
             */
            readonly ratings: readonly components["schemas"]["RatingInfo"][];
        };
        /**
         * VisitorPage
         * @description Visitors, newest first; ``next`` is the ``before`` of the next page.
         */
        readonly VisitorPage: {
            /** Items */
            readonly items: readonly components["schemas"]["VisitorInfo"][];
            /** Next */
            readonly next?: string | null;
        };
        /**
         * VisitorRequestInfo
         * @description An export or an erasure. ``counts`` are rows by what they are.
         *
         *     ``archive_ready`` says whether an export can be fetched; after ``expires_at`` it is deleted.
         */
        readonly VisitorRequestInfo: {
            /**
             * Archive Ready
             * @default false
             */
            readonly archive_ready: boolean;
            /**
             * Counts
             * @example {
             *       "conversations": 2,
             *       "messages": 31
             *     }
             */
            readonly counts?: {
                readonly [key: string]: number;
            };
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            /** Expires At */
            readonly expires_at?: string | null;
            /** Finished At */
            readonly finished_at?: string | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            readonly kind: components["schemas"]["RequestKind"];
            /**
             * Requested By
             * @example Анна Демченко
             */
            readonly requested_by: string;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /**
             * Size
             * @default 0
             */
            readonly size: number;
            readonly state: components["schemas"]["RequestState"];
            /**
             * Visitor Id
             * Format: uuid
             */
            readonly visitor_id: string;
        };
        /**
         * VisitorRequestPage
         * @description Requests, newest first; ``next`` is the ``before`` of the next page.
         */
        readonly VisitorRequestPage: {
            /** Items */
            readonly items: readonly components["schemas"]["VisitorRequestInfo"][];
            /** Next */
            readonly next?: string | null;
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
            readonly page?: components["schemas"]["PageInfo"] | null;
            /**
             * Site Key
             * @example shop-3f2a9c7b1d4e
             */
            readonly site_key: string;
        };
        /**
         * WebhookCreate
         * @description ``POST /webhooks``.
         */
        readonly WebhookCreate: {
            /**
             * Events
             * @example [
             *       "conversation.created",
             *       "handoff.started"
             *     ]
             */
            readonly events: readonly components["schemas"]["WebhookEventType"][];
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /**
             * Url
             * @example https://crm.example.com/hooks/otvet
             */
            readonly url: string;
        };
        /**
         * WebhookEventType
         * @description Everything a webhook may be told; each has one payload in ``shared.contracts.webhooks``.
         * @enum {string}
         */
        readonly WebhookEventType: "conversation.created" | "conversation.returned" | "conversation.closed" | "conversation.rated" | "message.created" | "message.rated" | "handoff.started" | "operator.joined" | "visitor.erased" | "webhook.tested";
        /**
         * WebhookInfo
         * @description A webhook without its secret.
         *
         *     ``failing_since`` is when it last began to take nothing; after three days it is disabled.
         *     ``pending`` are deliveries on their way; the two ``last_…`` tell of the newest attempt.
         */
        readonly WebhookInfo: {
            /**
             * Created At
             * Format: date-time
             */
            readonly created_at: string;
            readonly disabled_reason?: components["schemas"]["DisabledReason"] | null;
            /** Enabled */
            readonly enabled: boolean;
            /** Events */
            readonly events: readonly components["schemas"]["WebhookEventType"][];
            /** Failing Since */
            readonly failing_since?: string | null;
            /**
             * Id
             * Format: uuid
             */
            readonly id: string;
            /** Last At */
            readonly last_at?: string | null;
            readonly last_state?: components["schemas"]["DeliveryState"] | null;
            /**
             * Pending
             * @default 0
             */
            readonly pending: number;
            /** Previous Secret Until */
            readonly previous_secret_until?: string | null;
            /**
             * Site Id
             * Format: uuid
             */
            readonly site_id: string;
            /** Site Name */
            readonly site_name: string;
            /** Url */
            readonly url: string;
        };
        /**
         * WebhookList
         * @description Webhooks of the administrator's sites.
         */
        readonly WebhookList: {
            /** Items */
            readonly items: readonly components["schemas"]["WebhookInfo"][];
        };
        /**
         * WebhookPatch
         * @description ``PATCH /webhooks/{webhook_id}``; what is left out stays. Enabling forgets the failures.
         */
        readonly WebhookPatch: {
            /** Enabled */
            readonly enabled?: boolean | null;
            /** Events */
            readonly events?: readonly components["schemas"]["WebhookEventType"][] | null;
            /** Url */
            readonly url?: string | null;
        };
        /**
         * WebhookSecret
         * @description A webhook with its secret, which is shown this once.
         */
        readonly WebhookSecret: {
            /**
             * Secret
             * @example whsec_C2FtcGxlLXNlY3JldC1vZi0zMi1ieXRlcy1vay4uLiE=
             */
            readonly secret: string;
            readonly webhook: components["schemas"]["WebhookInfo"];
        };
        /**
         * WebSocketTransport
         * @description An API Gateway's websockets; docs/serverless.md has their frames.
         */
        readonly WebSocketTransport: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "websocket";
            /** Url */
            readonly url: string;
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
            /**
             * Agent
             * @example network
             */
            readonly agent: string;
            /**
             * Limit
             * @default 100
             */
            readonly limit: number;
            /** Site Key */
            readonly site_key: string;
            /**
             * Url
             * @example https://help.example.com/
             */
            readonly url: string;
        };
        /**
         * WidgetLook
         * @description ``GET /visitor/look``: what the launcher needs before anybody has opened it.
         *
         *     Nothing here is of one visitor, so it may be cached. It comes with ``widget.js?site_key=…``; a
         *     page that pins its script by a hash may ask for it. ``label`` is by language, for the widget
         *     knows its own.
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
            /**
             * Transport
             * @default {
             *       "kind": "socket"
             *     }
             */
            readonly transport: components["schemas"]["SocketTransport"] | components["schemas"]["PollTransport"] | components["schemas"]["WebSocketTransport"];
            /** Uploads */
            readonly uploads: boolean;
        };
    };
    responses: {
        /** @description The thing moved on, or does not allow it. */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "conversation_taken",
                 *       "message": "Another operator has this conversation, or its state has changed.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": null,
                 *       "retryable": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Not allowed: by role, scope or origin. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "forbidden",
                 *       "message": "You may not do this.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": null,
                 *       "retryable": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The request cannot be used as it is. */
        readonly InvalidInput: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "invalid_payload",
                 *       "message": "The request is not well formed.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": null,
                 *       "retryable": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description No token, or one that is good no more. */
        readonly NotAuthenticated: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "token_expired",
                 *       "message": "The session has expired. Start again.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": null,
                 *       "retryable": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Nothing there, or nothing for this caller. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "not_found",
                 *       "message": "Not found.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": null,
                 *       "retryable": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Over a rate; `Retry-After` says how long to wait. */
        readonly RateLimited: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "rate_limited",
                 *       "message": "Too fast. Wait a moment.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": 30,
                 *       "retryable": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Over a limit of size. */
        readonly TooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "payload_too_large",
                 *       "message": "The request is too large.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": null,
                 *       "retryable": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body came too slowly; nothing was done. */
        readonly TooSlow: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "body_timeout",
                 *       "message": "The request came too slowly. Please try again.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": null,
                 *       "retryable": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A part is away; try the same again later. */
        readonly Unavailable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": "store_unavailable",
                 *       "message": "The service is temporarily unavailable. Try again in a few seconds.",
                 *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                 *       "retry_after": null,
                 *       "retryable": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
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
export type AdapterOption = components['schemas']['AdapterOption'];
export type AdapterOptions = components['schemas']['AdapterOptions'];
export type AgentCopy = components['schemas']['AgentCopy'];
export type AgentCreate = components['schemas']['AgentCreate'];
export type AgentExamples = components['schemas']['AgentExamples'];
export type AgentInfo = components['schemas']['AgentInfo'];
export type AgentInstructions = components['schemas']['AgentInstructions'];
export type AgentLine = components['schemas']['AgentLine'];
export type AgentName = components['schemas']['AgentName'];
export type AgentOrder = components['schemas']['AgentOrder'];
export type AgentPatch = components['schemas']['AgentPatch'];
export type AgentPolicy = components['schemas']['AgentPolicy'];
export type AgentPolicyList = components['schemas']['AgentPolicyList'];
export type AgentPreview = components['schemas']['AgentPreview'];
export type AgentPreviewRequest = components['schemas']['AgentPreviewRequest'];
export type AgentPut = components['schemas']['AgentPut'];
export type AgentSettings = components['schemas']['AgentSettings'];
export type AgentSettingsList = components['schemas']['AgentSettingsList'];
export type AgentSite = components['schemas']['AgentSite'];
export type AgentSubject = components['schemas']['AgentSubject'];
export type AgentSwitch = components['schemas']['AgentSwitch'];
export type AnalyticsSummary = components['schemas']['AnalyticsSummary'];
export type AnswerPair = components['schemas']['AnswerPair'];
export type AnswerPassage = components['schemas']['AnswerPassage'];
export type AnswerProvenance = components['schemas']['AnswerProvenance'];
export type AnswerStep = components['schemas']['AnswerStep'];
export type ApiKeyCreate = components['schemas']['ApiKeyCreate'];
export type ApiKeyInfo = components['schemas']['ApiKeyInfo'];
export type ApiKeyList = components['schemas']['ApiKeyList'];
export type ApiKeySecret = components['schemas']['ApiKeySecret'];
export type AppliedPolicy = components['schemas']['AppliedPolicy'];
export type AssignmentRules = components['schemas']['AssignmentRules'];
export type Attachment = components['schemas']['Attachment'];
export type AttemptInfo = components['schemas']['AttemptInfo'];
export type AuditAction = components['schemas']['AuditAction'];
export type AuditActor = components['schemas']['AuditActor'];
export type AuditEntryInfo = components['schemas']['AuditEntryInfo'];
export type AuditPage = components['schemas']['AuditPage'];
export type Availability = components['schemas']['Availability'];
export type AvailabilityAck = components['schemas']['AvailabilityAck'];
export type AvailabilitySet = components['schemas']['AvailabilitySet'];
export type BulkAction = components['schemas']['BulkAction'];
export type BulkOutcome = components['schemas']['BulkOutcome'];
export type BulkRequest = components['schemas']['BulkRequest'];
export type BulkResult = components['schemas']['BulkResult'];
export type Case = components['schemas']['Case'];
export type CaseAction = components['schemas']['CaseAction'];
export type CaseChange = components['schemas']['CaseChange'];
export type CaseDocument = components['schemas']['CaseDocument'];
export type CaseFault = components['schemas']['CaseFault'];
export type CaseFaultInfo = components['schemas']['CaseFaultInfo'];
export type CaseList = components['schemas']['CaseList'];
export type CasePut = components['schemas']['CasePut'];
export type CaseResult = components['schemas']['CaseResult'];
export type CaseRun = components['schemas']['CaseRun'];
export type CaseRunStart = components['schemas']['CaseRunStart'];
export type CasesRan = components['schemas']['CasesRan'];
export type CaseTrace = components['schemas']['CaseTrace'];
export type CaseVerdict = components['schemas']['CaseVerdict'];
export type Citation = components['schemas']['Citation'];
export type CloseReason = components['schemas']['CloseReason'];
export type ClosingInfo = components['schemas']['ClosingInfo'];
export type CodeOnly = components['schemas']['CodeOnly'];
export type ConfidenceCurve = components['schemas']['ConfidenceCurve'];
export type ContactInfo = components['schemas']['ContactInfo'];
export type ContactLeave = components['schemas']['ContactLeave'];
export type ContactLeft = components['schemas']['ContactLeft'];
export type ContextPage = components['schemas']['ContextPage'];
export type ContextVisitor = components['schemas']['ContextVisitor'];
export type ConversationAssign = components['schemas']['ConversationAssign'];
export type ConversationBegin = components['schemas']['ConversationBegin'];
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
export type CorrectionInfo = components['schemas']['CorrectionInfo'];
export type CorrectionKind = components['schemas']['CorrectionKind'];
export type CorrectionPage = components['schemas']['CorrectionPage'];
export type CorrectionPassage = components['schemas']['CorrectionPassage'];
export type CorrectionPatch = components['schemas']['CorrectionPatch'];
export type CorrectionPut = components['schemas']['CorrectionPut'];
export type CorrectionState = components['schemas']['CorrectionState'];
export type CorrectionUse = components['schemas']['CorrectionUse'];
export type CurvePoint = components['schemas']['CurvePoint'];
export type DayLine = components['schemas']['DayLine'];
export type DeletedDocument = components['schemas']['DeletedDocument'];
export type DeletedDocumentList = components['schemas']['DeletedDocumentList'];
export type DeliveryInfo = components['schemas']['DeliveryInfo'];
export type DeliveryPage = components['schemas']['DeliveryPage'];
export type DeliveryState = components['schemas']['DeliveryState'];
export type DeliveryTrouble = components['schemas']['DeliveryTrouble'];
export type Detail = components['schemas']['Detail'];
export type DiffLine = components['schemas']['DiffLine'];
export type DiffPart = components['schemas']['DiffPart'];
export type DisabledReason = components['schemas']['DisabledReason'];
export type DocumentAnswersPut = components['schemas']['DocumentAnswersPut'];
export type DocumentDiff = components['schemas']['DocumentDiff'];
export type DocumentInfo = components['schemas']['DocumentInfo'];
export type DocumentKind = components['schemas']['DocumentKind'];
export type DocumentList = components['schemas']['DocumentList'];
export type DocumentPut = components['schemas']['DocumentPut'];
export type DocumentRollBack = components['schemas']['DocumentRollBack'];
export type DocumentShare = components['schemas']['DocumentShare'];
export type DocumentText = components['schemas']['DocumentText'];
export type DocumentTextPut = components['schemas']['DocumentTextPut'];
export type DocumentVersion = components['schemas']['DocumentVersion'];
export type DocumentVersionList = components['schemas']['DocumentVersionList'];
export type DraftDecision = components['schemas']['DraftDecision'];
export type DraftRefusal = components['schemas']['DraftRefusal'];
export type DraftVerdict = components['schemas']['DraftVerdict'];
export type Durations = components['schemas']['Durations'];
export type EarlierConversation = components['schemas']['EarlierConversation'];
export type EarlierPage = components['schemas']['EarlierPage'];
export type EpisodeInfo = components['schemas']['EpisodeInfo'];
export type EpisodePage = components['schemas']['EpisodePage'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type Event = components['schemas']['Event'];
export type ExampleQuestions = components['schemas']['ExampleQuestions'];
export type ExcerptPart = components['schemas']['ExcerptPart'];
export type FileType = components['schemas']['FileType'];
export type FirstGrant = components['schemas']['FirstGrant'];
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
export type IdentityKeyAdd = components['schemas']['IdentityKeyAdd'];
export type IdentityKeyInfo = components['schemas']['IdentityKeyInfo'];
export type IdentitySecret = components['schemas']['IdentitySecret'];
export type InboxFilter = components['schemas']['InboxFilter'];
export type InboxRead = components['schemas']['InboxRead'];
export type InboxUpdated = components['schemas']['InboxUpdated'];
export type InstallationLimits = components['schemas']['InstallationLimits'];
export type InvitationAccept = components['schemas']['InvitationAccept'];
export type InvitationCreate = components['schemas']['InvitationCreate'];
export type InvitationInfo = components['schemas']['InvitationInfo'];
export type InvitationLink = components['schemas']['InvitationLink'];
export type InvitationList = components['schemas']['InvitationList'];
export type InvitationView = components['schemas']['InvitationView'];
export type KnowledgeProblem = components['schemas']['KnowledgeProblem'];
export type KnowledgeScope = components['schemas']['KnowledgeScope'];
export type KnowledgeUpdated = components['schemas']['KnowledgeUpdated'];
export type LabelColour = components['schemas']['LabelColour'];
export type LabelInfo = components['schemas']['LabelInfo'];
export type LabelList = components['schemas']['LabelList'];
export type LabelPatch = components['schemas']['LabelPatch'];
export type LabelPost = components['schemas']['LabelPost'];
export type LastMessage = components['schemas']['LastMessage'];
export type LauncherIcon = components['schemas']['LauncherIcon'];
export type LinkLook = components['schemas']['LinkLook'];
export type Locale = components['schemas']['Locale'];
export type LoginRequest = components['schemas']['LoginRequest'];
export type Made = components['schemas']['Made'];
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
export type OperatorRead = components['schemas']['OperatorRead'];
export type Outcome = components['schemas']['Outcome'];
export type OwnConversation = components['schemas']['OwnConversation'];
export type OwnConversationPage = components['schemas']['OwnConversationPage'];
export type PageInfo = components['schemas']['PageInfo'];
export type PartialAnswer = components['schemas']['PartialAnswer'];
export type PassageInfo = components['schemas']['PassageInfo'];
export type PassagePage = components['schemas']['PassagePage'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordLink = components['schemas']['PasswordLink'];
export type PasswordLinkUse = components['schemas']['PasswordLinkUse'];
export type PasswordLinkView = components['schemas']['PasswordLinkView'];
export type PasswordOnly = components['schemas']['PasswordOnly'];
export type Person = components['schemas']['Person'];
export type PersonInfo = components['schemas']['PersonInfo'];
export type PersonList = components['schemas']['PersonList'];
export type PersonPage = components['schemas']['PersonPage'];
export type PersonPatch = components['schemas']['PersonPatch'];
export type PersonSite = components['schemas']['PersonSite'];
export type PollTransport = components['schemas']['PollTransport'];
export type Presence = components['schemas']['Presence'];
export type PresenceUpdated = components['schemas']['PresenceUpdated'];
export type QuestionExample = components['schemas']['QuestionExample'];
export type QuestionGroup = components['schemas']['QuestionGroup'];
export type QuestionGroups = components['schemas']['QuestionGroups'];
export type RatingInfo = components['schemas']['RatingInfo'];
export type ReasonLine = components['schemas']['ReasonLine'];
export type RecoveryCodes = components['schemas']['RecoveryCodes'];
export type ReliabilityBin = components['schemas']['ReliabilityBin'];
export type Reply = components['schemas']['Reply'];
export type ReplyPage = components['schemas']['ReplyPage'];
export type ReplyPut = components['schemas']['ReplyPut'];
export type RequestKind = components['schemas']['RequestKind'];
export type RequestState = components['schemas']['RequestState'];
export type RetentionInfo = components['schemas']['RetentionInfo'];
export type RetentionList = components['schemas']['RetentionList'];
export type RetentionPreview = components['schemas']['RetentionPreview'];
export type RetentionPut = components['schemas']['RetentionPut'];
export type RightPassage = components['schemas']['RightPassage'];
export type Role = components['schemas']['Role'];
export type RotateRequest = components['schemas']['RotateRequest'];
export type RunState = components['schemas']['RunState'];
export type SaidBefore = components['schemas']['SaidBefore'];
export type Scope = components['schemas']['Scope'];
export type Score = components['schemas']['Score'];
export type ScoreInfo = components['schemas']['ScoreInfo'];
export type SearchHit = components['schemas']['SearchHit'];
export type SecretInfo = components['schemas']['SecretInfo'];
export type Sender = components['schemas']['Sender'];
export type SessionInfo = components['schemas']['SessionInfo'];
export type SessionList = components['schemas']['SessionList'];
export type ShortTexts = components['schemas']['ShortTexts'];
export type Side = components['schemas']['Side'];
export type SignatureAlgorithm = components['schemas']['SignatureAlgorithm'];
export type SiteCreate = components['schemas']['SiteCreate'];
export type SiteDelete = components['schemas']['SiteDelete'];
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
export type SocketTransport = components['schemas']['SocketTransport'];
export type Stage = components['schemas']['Stage'];
export type Step = components['schemas']['Step'];
export type TeamCreate = components['schemas']['TeamCreate'];
export type TeamInfo = components['schemas']['TeamInfo'];
export type TeamList = components['schemas']['TeamList'];
export type TeamMember = components['schemas']['TeamMember'];
export type TeamPatch = components['schemas']['TeamPatch'];
export type Theme = components['schemas']['Theme'];
export type TicketOnly = components['schemas']['TicketOnly'];
export type Totals = components['schemas']['Totals'];
export type TrialAccepted = components['schemas']['TrialAccepted'];
export type TrialAnswer = components['schemas']['TrialAnswer'];
export type TrialCompleted = components['schemas']['TrialCompleted'];
export type TrialExamples = components['schemas']['TrialExamples'];
export type TrialFailure = components['schemas']['TrialFailure'];
export type TrialInfo = components['schemas']['TrialInfo'];
export type TrialKind = components['schemas']['TrialKind'];
export type TrialSaid = components['schemas']['TrialSaid'];
export type TrialStart = components['schemas']['TrialStart'];
export type TrialState = components['schemas']['TrialState'];
export type TriedAnswer = components['schemas']['TriedAnswer'];
export type TwoFactorAnswer = components['schemas']['TwoFactorAnswer'];
export type TwoFactorChallenge = components['schemas']['TwoFactorChallenge'];
export type TwoFactorOff = components['schemas']['TwoFactorOff'];
export type TwoFactorRule = components['schemas']['TwoFactorRule'];
export type TwoFactorRulePut = components['schemas']['TwoFactorRulePut'];
export type TwoFactorRules = components['schemas']['TwoFactorRules'];
export type TwoFactorSetup = components['schemas']['TwoFactorSetup'];
export type TwoFactorState = components['schemas']['TwoFactorState'];
export type TypingStarted = components['schemas']['TypingStarted'];
export type UnseenCount = components['schemas']['UnseenCount'];
export type ViewInfo = components['schemas']['ViewInfo'];
export type ViewList = components['schemas']['ViewList'];
export type ViewPut = components['schemas']['ViewPut'];
export type VisitorAuth = components['schemas']['VisitorAuth'];
export type VisitorCommand = components['schemas']['VisitorCommand'];
export type VisitorEvent = components['schemas']['VisitorEvent'];
export type VisitorEvents = components['schemas']['VisitorEvents'];
export type VisitorInfo = components['schemas']['VisitorInfo'];
export type VisitorMessagePage = components['schemas']['VisitorMessagePage'];
export type VisitorPage = components['schemas']['VisitorPage'];
export type VisitorRequestInfo = components['schemas']['VisitorRequestInfo'];
export type VisitorRequestPage = components['schemas']['VisitorRequestPage'];
export type VisitorSession = components['schemas']['VisitorSession'];
export type VisitorSessionRequest = components['schemas']['VisitorSessionRequest'];
export type WebhookCreate = components['schemas']['WebhookCreate'];
export type WebhookEventType = components['schemas']['WebhookEventType'];
export type WebhookInfo = components['schemas']['WebhookInfo'];
export type WebhookList = components['schemas']['WebhookList'];
export type WebhookPatch = components['schemas']['WebhookPatch'];
export type WebhookSecret = components['schemas']['WebhookSecret'];
export type WebSocketTransport = components['schemas']['WebSocketTransport'];
export type WebSourceInfo = components['schemas']['WebSourceInfo'];
export type WebSourceList = components['schemas']['WebSourceList'];
export type WebSourcePut = components['schemas']['WebSourcePut'];
export type WidgetLook = components['schemas']['WidgetLook'];
export type WidgetSettings = components['schemas']['WidgetSettings'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseInvalidInput = components['responses']['InvalidInput'];
export type ResponseNotAuthenticated = components['responses']['NotAuthenticated'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseTooLarge = components['responses']['TooLarge'];
export type ResponseTooSlow = components['responses']['TooSlow'];
export type ResponseUnavailable = components['responses']['Unavailable'];
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
            /** @description ``GET /account``: what one sees of oneself. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "…",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "locale": "ru",
                     *       "name": "…",
                     *       "password_at": "2026-11-26T09:30:00Z",
                     *       "role": "operator",
                     *       "sites": [
                     *         "…"
                     *       ],
                     *       "two_factor": {
                     *         "enabled_at": "2026-11-26T09:30:00Z",
                     *         "held_sites": [
                     *           "…"
                     *         ],
                     *         "recovery_codes_left": 1,
                     *         "required": true
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccountInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "locale": "ru",
                 *       "name": "…"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountPatch"];
            };
        };
        readonly responses: {
            /** @description ``GET /account``: what one sees of oneself. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "…",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "locale": "ru",
                     *       "name": "…",
                     *       "password_at": "2026-11-26T09:30:00Z",
                     *       "role": "operator",
                     *       "sites": [
                     *         "…"
                     *       ],
                     *       "two_factor": {
                     *         "enabled_at": "2026-11-26T09:30:00Z",
                     *         "held_sites": [
                     *           "…"
                     *         ],
                     *         "recovery_codes_left": 1,
                     *         "required": true
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccountInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "new": "correct horse battery staple",
                 *       "old": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["PasswordChange"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Sign-ins that have neither ended nor been revoked, last used first; 100 at most. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "address": "…",
                     *           "browser": "…",
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "current": true,
                     *           "expires_at": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "system": "…",
                     *           "used_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SessionList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "code": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CodeOnly"];
            };
        };
        readonly responses: {
            /** @description Ten codes, shown this once; each signs in once in place of the app. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "codes": [
                     *         "…"
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "code": "correct horse battery staple",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TwoFactorOff"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        readonly responses: {
            /** @description Ten codes, shown this once; each signs in once in place of the app. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "codes": [
                     *         "…"
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["PasswordOnly"];
            };
        };
        readonly responses: {
            /** @description What an authenticator app needs: a QR code to draw, or the secret to type. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "qr_path": "…",
                     *       "qr_size": 1,
                     *       "secret": "…",
                     *       "uri": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TwoFactorSetup"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly agents_api_v1_agents_get: {
        readonly parameters: {
            readonly query?: {
                /** @description Also those that are switched off. */
                readonly off?: boolean;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The agents of the operator's sites, and what accepting wrong answers brings. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "curve": {
                     *         "calibration": "…",
                     *         "made": "2026-11-26",
                     *         "points": [
                     *           {
                     *             "answered": 0,
                     *             "right": 0,
                     *             "threshold": 0,
                     *             "wrong": 0
                     *           }
                     *         ],
                     *         "questions": 1,
                     *         "reliability": [
                     *           {
                     *             "count": 1,
                     *             "high": 0,
                     *             "low": 0,
                     *             "observed": 0,
                     *             "predicted": 0
                     *           }
                     *         ],
                     *         "wrong_share": 0
                     *       },
                     *       "items": [
                     *         {
                     *           "enabled": true,
                     *           "name": "Сеть",
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_key": "…",
                     *           "site_name": "…",
                     *           "slug": "network",
                     *           "wrong_share": 0.03
                     *         }
                     *       ],
                     *       "sites": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "key": "…",
                     *           "name": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentPolicyList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly agents_api_v1_agents__site_id__get: {
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
            /** @description The agents of a site, those that are switched off included; ``workers`` told of themselves. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adapters": [
                     *         {
                     *           "active": "…",
                     *           "slug": "…",
                     *           "versions": [
                     *             {
                     *               "everywhere": true,
                     *               "loss_after": 1,
                     *               "loss_before": 1,
                     *               "version": "…"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "backends": [
                     *         "…"
                     *       ],
                     *       "items": [
                     *         {
                     *           "adapter": "2026-11-20.1",
                     *           "conversations": 1,
                     *           "documents": 1,
                     *           "enabled": true,
                     *           "examples": {
                     *             "en": [
                     *               "…"
                     *             ],
                     *             "ru": [
                     *               "…"
                     *             ]
                     *           },
                     *           "instructions": {
                     *             "en": "",
                     *             "ru": ""
                     *           },
                     *           "instructions_version": 1,
                     *           "knowledge": "own",
                     *           "name": {
                     *             "en": "",
                     *             "ru": ""
                     *           },
                     *           "position": 1,
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "slug": "…",
                     *           "sources": 1,
                     *           "subject": {
                     *             "en": "",
                     *             "ru": ""
                     *           },
                     *           "version": 1,
                     *           "wrong_share": 0.03
                     *         }
                     *       ],
                     *       "models": [
                     *         "…"
                     *       ],
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_key": "…",
                     *       "site_name": "…",
                     *       "workers": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentSettingsList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly order_api_v1_agents__site_id__put: {
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
                /**
                 * @example {
                 *       "order": [
                 *         "network"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["AgentOrder"];
            };
        };
        readonly responses: {
            /** @description The agents of a site, those that are switched off included; ``workers`` told of themselves. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adapters": [
                     *         {
                     *           "active": "…",
                     *           "slug": "…",
                     *           "versions": [
                     *             {
                     *               "everywhere": true,
                     *               "loss_after": 1,
                     *               "loss_before": 1,
                     *               "version": "…"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "backends": [
                     *         "…"
                     *       ],
                     *       "items": [
                     *         {
                     *           "adapter": "2026-11-20.1",
                     *           "conversations": 1,
                     *           "documents": 1,
                     *           "enabled": true,
                     *           "examples": {
                     *             "en": [
                     *               "…"
                     *             ],
                     *             "ru": [
                     *               "…"
                     *             ]
                     *           },
                     *           "instructions": {
                     *             "en": "",
                     *             "ru": ""
                     *           },
                     *           "instructions_version": 1,
                     *           "knowledge": "own",
                     *           "name": {
                     *             "en": "",
                     *             "ru": ""
                     *           },
                     *           "position": 1,
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "slug": "…",
                     *           "sources": 1,
                     *           "subject": {
                     *             "en": "",
                     *             "ru": ""
                     *           },
                     *           "version": 1,
                     *           "wrong_share": 0.03
                     *         }
                     *       ],
                     *       "models": [
                     *         "…"
                     *       ],
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_key": "…",
                     *       "site_name": "…",
                     *       "workers": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentSettingsList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly create_api_v1_agents__site_id__post: {
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
                /**
                 * @example {
                 *       "adapter": "2026-11-20.1",
                 *       "enabled": true,
                 *       "examples": {
                 *         "en": [
                 *           "…"
                 *         ],
                 *         "ru": [
                 *           "…"
                 *         ]
                 *       },
                 *       "instructions": {
                 *         "en": "",
                 *         "ru": ""
                 *       },
                 *       "knowledge": "own",
                 *       "name": {
                 *         "en": "",
                 *         "ru": ""
                 *       },
                 *       "slug": "network",
                 *       "subject": {
                 *         "en": "",
                 *         "ru": ""
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["AgentCreate"];
            };
        };
        readonly responses: {
            /** @description An agent as it is edited, switched off or on, and what hangs on it. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adapter": "2026-11-20.1",
                     *       "conversations": 1,
                     *       "documents": 1,
                     *       "enabled": true,
                     *       "examples": {
                     *         "en": [
                     *           "…"
                     *         ],
                     *         "ru": [
                     *           "…"
                     *         ]
                     *       },
                     *       "instructions": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "instructions_version": 1,
                     *       "knowledge": "own",
                     *       "name": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "position": 1,
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "slug": "…",
                     *       "sources": 1,
                     *       "subject": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "version": 1,
                     *       "wrong_share": 0.03
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentSettings"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly agent_api_v1_agents__site_id___slug__get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An agent as it is edited, switched off or on, and what hangs on it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adapter": "2026-11-20.1",
                     *       "conversations": 1,
                     *       "documents": 1,
                     *       "enabled": true,
                     *       "examples": {
                     *         "en": [
                     *           "…"
                     *         ],
                     *         "ru": [
                     *           "…"
                     *         ]
                     *       },
                     *       "instructions": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "instructions_version": 1,
                     *       "knowledge": "own",
                     *       "name": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "position": 1,
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "slug": "…",
                     *       "sources": 1,
                     *       "subject": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "version": 1,
                     *       "wrong_share": 0.03
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentSettings"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly put_api_v1_agents__site_id___slug__put: {
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
                /**
                 * @example {
                 *       "adapter": "2026-11-20.1",
                 *       "examples": {
                 *         "en": [
                 *           "…"
                 *         ],
                 *         "ru": [
                 *           "…"
                 *         ]
                 *       },
                 *       "instructions": {
                 *         "en": "",
                 *         "ru": ""
                 *       },
                 *       "knowledge": "own",
                 *       "name": {
                 *         "en": "",
                 *         "ru": ""
                 *       },
                 *       "subject": {
                 *         "en": "",
                 *         "ru": ""
                 *       },
                 *       "version": 0
                 *     }
                 */
                readonly "application/json": components["schemas"]["AgentPut"];
            };
        };
        readonly responses: {
            /** @description An agent as it is edited, switched off or on, and what hangs on it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adapter": "2026-11-20.1",
                     *       "conversations": 1,
                     *       "documents": 1,
                     *       "enabled": true,
                     *       "examples": {
                     *         "en": [
                     *           "…"
                     *         ],
                     *         "ru": [
                     *           "…"
                     *         ]
                     *       },
                     *       "instructions": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "instructions_version": 1,
                     *       "knowledge": "own",
                     *       "name": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "position": 1,
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "slug": "…",
                     *       "sources": 1,
                     *       "subject": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "version": 1,
                     *       "wrong_share": 0.03
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentSettings"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly delete_api_v1_agents__site_id___slug__delete: {
        readonly parameters: {
            readonly query: {
                readonly confirm: string;
            };
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "wrong_share": 0.03
                 *     }
                 */
                readonly "application/json": components["schemas"]["AgentPatch"];
            };
        };
        readonly responses: {
            /** @description An agent that answers, and how many wrong answers its administrator accepts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "name": "Сеть",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_key": "…",
                     *       "site_name": "…",
                     *       "slug": "network",
                     *       "wrong_share": 0.03
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentPolicy"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly copy_api_v1_agents__site_id___slug__copy_post: {
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
                /**
                 * @example {
                 *       "documents": false,
                 *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                 *       "slug": "network"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AgentCopy"];
            };
        };
        readonly responses: {
            /** @description An agent as it is edited, switched off or on, and what hangs on it. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adapter": "2026-11-20.1",
                     *       "conversations": 1,
                     *       "documents": 1,
                     *       "enabled": true,
                     *       "examples": {
                     *         "en": [
                     *           "…"
                     *         ],
                     *         "ru": [
                     *           "…"
                     *         ]
                     *       },
                     *       "instructions": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "instructions_version": 1,
                     *       "knowledge": "own",
                     *       "name": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "position": 1,
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "slug": "…",
                     *       "sources": 1,
                     *       "subject": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "version": 1,
                     *       "wrong_share": 0.03
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentSettings"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly switch_api_v1_agents__site_id___slug__enabled_put: {
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
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["AgentSwitch"];
            };
        };
        readonly responses: {
            /** @description An agent as it is edited, switched off or on, and what hangs on it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adapter": "2026-11-20.1",
                     *       "conversations": 1,
                     *       "documents": 1,
                     *       "enabled": true,
                     *       "examples": {
                     *         "en": [
                     *           "…"
                     *         ],
                     *         "ru": [
                     *           "…"
                     *         ]
                     *       },
                     *       "instructions": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "instructions_version": 1,
                     *       "knowledge": "own",
                     *       "name": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "position": 1,
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "slug": "…",
                     *       "sources": 1,
                     *       "subject": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "version": 1,
                     *       "wrong_share": 0.03
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentSettings"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly preview_api_v1_agents__site_id___slug__preview_post: {
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
                /**
                 * @example {
                 *       "instructions": {
                 *         "en": "",
                 *         "ru": ""
                 *       },
                 *       "language": "ru",
                 *       "name": {
                 *         "en": "",
                 *         "ru": ""
                 *       },
                 *       "subject": {
                 *         "en": "",
                 *         "ru": ""
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["AgentPreviewRequest"];
            };
        };
        readonly responses: {
            /** @description The rules as the model would read them; null until a worker has told its templates. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "template": "…",
                     *       "text": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AgentPreview"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                readonly reason?: components["schemas"]["HandoffReason"] | "unknown" | null;
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
            /** @description Episodes, newest first, or of a time the longest first; ``next`` asks for those after. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "answers": 1,
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "downs": 1,
                     *           "first_answer_ms": 1,
                     *           "first_human_ms": 1,
                     *           "handed_off": true,
                     *           "handoff_reason": "requested",
                     *           "operator_name": "…",
                     *           "ordinal": 1,
                     *           "question": "…",
                     *           "resolution_ms": 1,
                     *           "resolved": true,
                     *           "score": 1,
                     *           "site_name": "…",
                     *           "started_at": "2026-11-26T09:30:00Z",
                     *           "visitor_messages": 1,
                     *           "visitor_name": "…"
                     *         }
                     *       ],
                     *       "next": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["EpisodePage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly table_api_v1_analytics_episodes_csv_get: {
        readonly parameters: {
            readonly query: {
                readonly agent?: string | null;
                readonly hour?: number | null;
                readonly measure?: components["schemas"]["Measure"];
                readonly operator_id?: string | null;
                readonly reason?: components["schemas"]["HandoffReason"] | "unknown" | null;
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
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly questions_api_v1_analytics_questions_get: {
        readonly parameters: {
            readonly query: {
                readonly agent?: string | null;
                readonly hour?: number | null;
                readonly operator_id?: string | null;
                readonly reason?: components["schemas"]["HandoffReason"] | "unknown" | null;
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
            /** @description Unanswered questions, the most frequent first; of ``considered`` ones, newest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "considered": 1,
                     *       "has_more": true,
                     *       "items": [
                     *         {
                     *           "agents": [
                     *             "…"
                     *           ],
                     *           "count": 1,
                     *           "examples": [
                     *             {
                     *               "at": "2026-11-26T09:30:00Z",
                     *               "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "text": "…"
                     *             }
                     *           ],
                     *           "last_at": "2026-11-26T09:30:00Z",
                     *           "question": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["QuestionGroups"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly summary_api_v1_analytics_summary_get: {
        readonly parameters: {
            readonly query: {
                readonly agent?: string | null;
                readonly hour?: number | null;
                readonly operator_id?: string | null;
                readonly reason?: components["schemas"]["HandoffReason"] | "unknown" | null;
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
            /** @description A period, the one of equal length before it, and the period from several sides. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agents": [
                     *         {
                     *           "agent": "…",
                     *           "downs": 1,
                     *           "episodes": 1,
                     *           "handed_off": 1,
                     *           "name": "…",
                     *           "resolved": 1,
                     *           "settled": 1,
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…",
                     *           "ups": 1
                     *         }
                     *       ],
                     *       "days": [
                     *         {
                     *           "day": "2026-11-26",
                     *           "episodes": 1,
                     *           "handed_off": 1,
                     *           "resolved": 1
                     *         }
                     *       ],
                     *       "hours": [
                     *         {
                     *           "episodes": 1,
                     *           "hour": 1,
                     *           "weekday": 1
                     *         }
                     *       ],
                     *       "operators": [
                     *         {
                     *           "episodes": 1,
                     *           "first_human": {
                     *             "count": 1,
                     *             "median_ms": 1,
                     *             "p90_ms": 1
                     *           },
                     *           "name": "…",
                     *           "operator_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "score": {
                     *             "count": 1,
                     *             "mean": 1
                     *           }
                     *         }
                     *       ],
                     *       "pending": 1,
                     *       "previous": {
                     *         "agents_score": {
                     *           "count": 1,
                     *           "mean": 1
                     *         },
                     *         "answered": 1,
                     *         "downs": 1,
                     *         "durable": 1,
                     *         "durable_of": 1,
                     *         "episodes": 1,
                     *         "first_answer": {
                     *           "count": 1,
                     *           "median_ms": 1,
                     *           "p90_ms": 1
                     *         },
                     *         "first_human": {
                     *           "count": 1,
                     *           "median_ms": 1,
                     *           "p90_ms": 1
                     *         },
                     *         "handed_off": 1,
                     *         "missed": 1,
                     *         "people_score": {
                     *           "count": 1,
                     *           "mean": 1
                     *         },
                     *         "reported": 1,
                     *         "resolution": {
                     *           "count": 1,
                     *           "median_ms": 1,
                     *           "p90_ms": 1
                     *         },
                     *         "resolved": 1,
                     *         "settled": 1,
                     *         "unanswered": 1,
                     *         "ups": 1,
                     *         "visitor_messages": 1,
                     *         "visitors": 1
                     *       },
                     *       "reasons": [
                     *         {
                     *           "episodes": 1,
                     *           "reason": "requested"
                     *         }
                     *       ],
                     *       "sites": [
                     *         {
                     *           "episodes": 1,
                     *           "handed_off": 1,
                     *           "resolved": 1,
                     *           "settled": 1,
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…"
                     *         }
                     *       ],
                     *       "totals": {
                     *         "agents_score": {
                     *           "count": 1,
                     *           "mean": 1
                     *         },
                     *         "answered": 1,
                     *         "downs": 1,
                     *         "durable": 1,
                     *         "durable_of": 1,
                     *         "episodes": 1,
                     *         "first_answer": {
                     *           "count": 1,
                     *           "median_ms": 1,
                     *           "p90_ms": 1
                     *         },
                     *         "first_human": {
                     *           "count": 1,
                     *           "median_ms": 1,
                     *           "p90_ms": 1
                     *         },
                     *         "handed_off": 1,
                     *         "missed": 1,
                     *         "people_score": {
                     *           "count": 1,
                     *           "mean": 1
                     *         },
                     *         "reported": 1,
                     *         "resolution": {
                     *           "count": 1,
                     *           "median_ms": 1,
                     *           "p90_ms": 1
                     *         },
                     *         "resolved": 1,
                     *         "settled": 1,
                     *         "unanswered": 1,
                     *         "ups": 1,
                     *         "visitor_messages": 1,
                     *         "visitors": 1
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AnalyticsSummary"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Entries newest first; ``next`` asks for older ones. ``actions`` can be filtered by. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "actions": [
                     *         "agent.changed"
                     *       ],
                     *       "items": [
                     *         {
                     *           "action": "…",
                     *           "actor": "operator",
                     *           "actor_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "actor_name": "…",
                     *           "after": {},
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "before": {},
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…",
                     *           "sites": [
                     *             "…"
                     *           ],
                     *           "subject": "…"
                     *         }
                     *       ],
                     *       "next": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AuditPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "token": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LinkLook"];
            };
        };
        readonly responses: {
            /** @description What the invited see. With ``has_account`` they accept with their present password. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "…",
                     *       "expires_at": "2026-11-26T09:30:00Z",
                     *       "has_account": true,
                     *       "invited_by": "…",
                     *       "locale": "ru",
                     *       "role": "operator",
                     *       "sites": [
                     *         "…"
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvitationView"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "locale": "ru",
                 *       "name": "…",
                 *       "password": "correct horse battery staple",
                 *       "token": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["InvitationAccept"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "…",
                     *       "expires_in": 1,
                     *       "operator": {
                     *         "email": "…",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "locale": "ru",
                     *         "name": "…",
                     *         "role": "operator"
                     *       },
                     *       "token_type": "bearer"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccessGrant"] | components["schemas"]["TwoFactorChallenge"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "email": "anna@shop.example",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LoginRequest"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "…",
                     *       "expires_in": 1,
                     *       "operator": {
                     *         "email": "…",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "locale": "ru",
                     *         "name": "…",
                     *         "role": "operator"
                     *       },
                     *       "token_type": "bearer"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccessGrant"] | components["schemas"]["TwoFactorChallenge"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description An operator as the console shows it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "…",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "locale": "ru",
                     *       "name": "…",
                     *       "role": "operator"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OperatorInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "token": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LinkLook"];
            };
        };
        readonly responses: {
            /** @description Whose password a link sets. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "…",
                     *       "expires_at": "2026-11-26T09:30:00Z",
                     *       "name": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PasswordLinkView"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "password": "correct horse battery staple",
                 *       "token": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["PasswordLinkUse"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "…",
                     *       "expires_in": 1,
                     *       "operator": {
                     *         "email": "…",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "locale": "ru",
                     *         "name": "…",
                     *         "role": "operator"
                     *       },
                     *       "token_type": "bearer"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccessGrant"] | components["schemas"]["TwoFactorChallenge"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description A short-lived access token; the refresh token travels in an HttpOnly cookie alone. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "…",
                     *       "expires_in": 1,
                     *       "operator": {
                     *         "email": "…",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "locale": "ru",
                     *         "name": "…",
                     *         "role": "operator"
                     *       },
                     *       "token_type": "bearer"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccessGrant"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "code": "correct horse battery staple",
                 *       "ticket": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TwoFactorAnswer"];
            };
        };
        readonly responses: {
            /** @description A short-lived access token; the refresh token travels in an HttpOnly cookie alone. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "…",
                     *       "expires_in": 1,
                     *       "operator": {
                     *         "email": "…",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "locale": "ru",
                     *         "name": "…",
                     *         "role": "operator"
                     *       },
                     *       "token_type": "bearer"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccessGrant"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "code": "correct horse battery staple",
                 *       "ticket": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TwoFactorAnswer"];
            };
        };
        readonly responses: {
            /** @description The sign-in that followed the setup, and the recovery codes of it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "codes": [
                     *         "…"
                     *       ],
                     *       "grant": {
                     *         "access_token": "…",
                     *         "expires_in": 1,
                     *         "operator": {
                     *           "email": "…",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "locale": "ru",
                     *           "name": "…",
                     *           "role": "operator"
                     *         },
                     *         "token_type": "bearer"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["FirstGrant"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "ticket": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TicketOnly"];
            };
        };
        readonly responses: {
            /** @description What an authenticator app needs: a QR code to draw, or the secret to type. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "qr_path": "…",
                     *       "qr_size": 1,
                     *       "secret": "…",
                     *       "uri": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TwoFactorSetup"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Lines of the inbox, newest change first; ``next`` is the ``before`` of the next page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hits": [
                     *         {
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "excerpt": [
                     *             {
                     *               "hit": true,
                     *               "text": "…"
                     *             }
                     *           ],
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "sender": "visitor",
                     *           "seq": 1
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "assigned_at": "2026-11-26T09:30:00Z",
                     *           "assignee_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "assignee_name": "…",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "labels": [
                     *             "01935f2a-7c40-7000-8000-000000000001"
                     *           ],
                     *           "last_message": {
                     *             "at": "2026-11-26T09:30:00Z",
                     *             "preview": "…",
                     *             "sender": "visitor"
                     *           },
                     *           "last_seq": 1,
                     *           "operator_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "operator_name": "…",
                     *           "read_seq": 1,
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…",
                     *           "status": "agent",
                     *           "team_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "team_name": "…",
                     *           "updated_at": "2026-11-26T09:30:00Z",
                     *           "version": 1,
                     *           "visitor_name": "…",
                     *           "waiting_since": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConversationPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description A conversation as a line of the inbox. A higher ``version`` replaces a lower one. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "assigned_at": "2026-11-26T09:30:00Z",
                     *       "assignee_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "assignee_name": "…",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "labels": [
                     *         "01935f2a-7c40-7000-8000-000000000001"
                     *       ],
                     *       "last_message": {
                     *         "at": "2026-11-26T09:30:00Z",
                     *         "preview": "…",
                     *         "sender": "visitor"
                     *       },
                     *       "last_seq": 1,
                     *       "operator_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "operator_name": "…",
                     *       "read_seq": 1,
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_name": "…",
                     *       "status": "agent",
                     *       "team_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "team_name": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "version": 1,
                     *       "visitor_name": "…",
                     *       "waiting_since": "2026-11-26T09:30:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConversationSummary"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description A file of a message; pictures have a size in pixels. Fetched over HTTP, with the token. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "height": 1,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "name": "…",
                     *       "size": 1,
                     *       "type": "image/png",
                     *       "width": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Attachment"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /conversations/{conversation_id}/context``. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "closings": [
                     *         {
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "comment": "…",
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "operator_name": "…",
                     *           "reason": "solved"
                     *         }
                     *       ],
                     *       "contact": {
                     *         "email": "…",
                     *         "phone": "…"
                     *       },
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "page": {
                     *         "browser": "…",
                     *         "locale": "…",
                     *         "referrer": "…",
                     *         "title": "…",
                     *         "url": "…"
                     *       },
                     *       "ratings": [
                     *         {
                     *           "comment": "…",
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "rating": "up"
                     *         }
                     *       ],
                     *       "read_seq": 1,
                     *       "score": 1,
                     *       "score_comment": "…",
                     *       "site_name": "…",
                     *       "visitor": {
                     *         "attributes": {
                     *           "plan": "pro"
                     *         },
                     *         "email": "…",
                     *         "external_id": "…",
                     *         "first_seen": "2026-11-26T09:30:00Z",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "locale": "ru",
                     *         "name": "Посетитель 1A2B"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConversationContext"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /conversations/{conversation_id}/earlier``: newest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "close_reason": "solved",
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "question": "…",
                     *           "score": 1,
                     *           "status": "agent",
                     *           "updated_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["EarlierPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /conversations/{conversation_id}/handoff``: since a person last had the floor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "call": {
                     *         "at": "2026-11-26T09:30:00Z",
                     *         "confidence": 0.41,
                     *         "explained": false,
                     *         "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "passages": [
                     *           {
                     *             "agent": "network",
                     *             "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "score": 1,
                     *             "title": "VPN › Ошибка 809"
                     *           }
                     *         ],
                     *         "question": "не работает vpn ошибка 809",
                     *         "reason": "requested",
                     *         "threshold": 0.75
                     *       },
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "details": [
                     *         {
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "text": "ошибка 809"
                     *         }
                     *       ],
                     *       "first": {
                     *         "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "seq": 1,
                     *         "text": "VPN не подключается, ошибка 809"
                     *       },
                     *       "last": {
                     *         "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "seq": 1,
                     *         "text": "VPN не подключается, ошибка 809"
                     *       },
                     *       "questions": 0,
                     *       "status": "agent",
                     *       "tried": [
                     *         {
                     *           "agent": "…",
                     *           "choices": [
                     *             "…"
                     *           ],
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "outcome": "answered",
                     *           "rating": "up",
                     *           "seq": 1,
                     *           "sources": [
                     *             "…"
                     *           ],
                     *           "text": "…"
                     *         }
                     *       ],
                     *       "waiting_since": "2026-11-26T09:30:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["HandoffCard"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Messages oldest first; ``has_more`` tells of still older ones. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "has_more": true,
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "attachments": [
                     *             {
                     *               "height": 1,
                     *               "id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "name": "…",
                     *               "size": 1,
                     *               "type": "image/png",
                     *               "width": 1
                     *             }
                     *           ],
                     *           "choices": [
                     *             "…"
                     *           ],
                     *           "citations": [
                     *             {
                     *               "n": 1,
                     *               "quote": "…",
                     *               "title": "…",
                     *               "url": "…"
                     *             }
                     *           ],
                     *           "client_message_id": "…",
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "operator_name": "…",
                     *           "outcome": "answered",
                     *           "sender": "visitor",
                     *           "seq": 1,
                     *           "text": "…",
                     *           "trouble": "loading"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MessagePage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly of_message_api_v1_conversations__conversation_id__messages__message_id__correction_get: {
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
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "answer": "…",
                     *       "asked": [
                     *         "…"
                     *       ],
                     *       "comment": "",
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "created_by_name": "…",
                     *       "history": [
                     *         {
                     *           "agent": "network",
                     *           "sender": "visitor",
                     *           "text": "Не подключается VPN"
                     *         }
                     *       ],
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "answer",
                     *       "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "passages": [
                     *         {
                     *           "agent": "…",
                     *           "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "text": "…",
                     *           "title": "…",
                     *           "url": "…"
                     *         }
                     *       ],
                     *       "question": "…",
                     *       "right_agent": "…",
                     *       "right_answer": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_name": "…",
                     *       "state": "active",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "updated_by_name": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CorrectionInfo"] | null;
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly put_api_v1_conversations__conversation_id__messages__message_id__correction_put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly conversation_id: string;
                readonly message_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "comment": "",
                 *       "kind": "answer",
                 *       "passages": [
                 *         {
                 *           "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                 *           "text": "",
                 *           "title": "VPN › Ошибка 809"
                 *         }
                 *       ],
                 *       "right_agent": "network",
                 *       "right_answer": ""
                 *     }
                 */
                readonly "application/json": components["schemas"]["CorrectionPut"];
            };
        };
        readonly responses: {
            /** @description A correction: who, when, of what, what was wrong and what would have been right. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "answer": "…",
                     *       "asked": [
                     *         "…"
                     *       ],
                     *       "comment": "",
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "created_by_name": "…",
                     *       "history": [
                     *         {
                     *           "agent": "network",
                     *           "sender": "visitor",
                     *           "text": "Не подключается VPN"
                     *         }
                     *       ],
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "answer",
                     *       "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "passages": [
                     *         {
                     *           "agent": "…",
                     *           "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "text": "…",
                     *           "title": "…",
                     *           "url": "…"
                     *         }
                     *       ],
                     *       "question": "…",
                     *       "right_agent": "…",
                     *       "right_answer": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_name": "…",
                     *       "state": "active",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "updated_by_name": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CorrectionInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /conversations/{conversation_id}/messages/{message_id}/provenance``. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adapter": "network@3",
                     *       "agent": "network",
                     *       "agents": [
                     *         "network"
                     *       ],
                     *       "answer_tokens": 0,
                     *       "asked": [
                     *         "yt hf,jnftn dgy"
                     *       ],
                     *       "backend": "local",
                     *       "calibration": "2026-11-25-demo-691",
                     *       "confidence": 0.82,
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "embedding_model": "frida",
                     *       "groundedness": 0.97,
                     *       "handoff_reason": "requested",
                     *       "knowledge_version": 12,
                     *       "language": "ru",
                     *       "logs_url": "https://grafana.example.com/d/otvet-logs?var-request_id=…",
                     *       "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "model": "qwen3-4b",
                     *       "outcome": "answered",
                     *       "passages": [
                     *         {
                     *           "agent": "network",
                     *           "cited": [
                     *             1
                     *           ],
                     *           "dense": 0.71,
                     *           "document_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "lexical": 0.71,
                     *           "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "reranked": 1,
                     *           "score": 0.71,
                     *           "text": "…",
                     *           "title": "VPN › Ошибка 809",
                     *           "url": "https://help.example.com/vpn"
                     *         }
                     *       ],
                     *       "passages_cut": 0,
                     *       "policy": [
                     *         {
                     *           "agent": "network",
                     *           "threshold": 0.75,
                     *           "wrong_share": 0.03
                     *         }
                     *       ],
                     *       "prompt_hash": "…",
                     *       "prompt_tokens": 0,
                     *       "question": "не работает vpn",
                     *       "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                     *       "route": {
                     *         "access": 0.11,
                     *         "network": 0.86,
                     *         "security": 0.03
                     *       },
                     *       "seed": 1,
                     *       "stage_ms": {
                     *         "routing": 62.5,
                     *         "understanding": 4.1,
                     *         "writing": 1840
                     *       },
                     *       "steps": [
                     *         {
                     *           "step": "mixed_script",
                     *           "text": "не работает vpn"
                     *         }
                     *       ],
                     *       "template": "answer@2",
                     *       "trouble": "loading",
                     *       "turns_cut": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AnswerProvenance"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /conversations/{conversation_id}/notes``: oldest first; ``next`` names older ones. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "after_seq": 1,
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "author_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "author_name": "Борис",
                     *           "client_message_id": "…",
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "edited_at": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "mentions": [
                     *             {
                     *               "name": "Анна",
                     *               "operator_id": "01935f2a-7c40-7000-8000-000000000001"
                     *             }
                     *           ],
                     *           "text": "@Анна, договор у них до марта."
                     *         }
                     *       ],
                     *       "next": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NotePage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /conversations/{conversation_id}/people``: by name. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "Анна",
                     *           "role": "operator"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PersonList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "action": "close",
                 *       "conversation_ids": [
                 *         "01935f2a-7c40-7000-8000-000000000001"
                 *       ],
                 *       "label_id": "01935f2a-7c40-7000-8000-000000000001"
                 *     }
                 */
                readonly "application/json": components["schemas"]["BulkRequest"];
            };
        };
        readonly responses: {
            /** @description Of each conversation once, in the order they were named. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "…",
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "message": "…",
                     *           "ok": true
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["BulkResult"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly corrections_api_v1_corrections_get: {
        readonly parameters: {
            readonly query?: {
                readonly agent?: string | null;
                readonly before?: string | null;
                readonly kind?: components["schemas"]["CorrectionKind"] | null;
                readonly limit?: number;
                readonly site_id?: string | null;
                readonly state?: components["schemas"]["CorrectionState"] | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description ``GET /corrections``, newest first; ``next`` is the ``before`` of the page below. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "answer": "…",
                     *           "asked": [
                     *             "…"
                     *           ],
                     *           "comment": "",
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "created_by_name": "…",
                     *           "history": [
                     *             {
                     *               "agent": "network",
                     *               "sender": "visitor",
                     *               "text": "Не подключается VPN"
                     *             }
                     *           ],
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "kind": "answer",
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "passages": [
                     *             {
                     *               "agent": "…",
                     *               "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "text": "…",
                     *               "title": "…",
                     *               "url": "…"
                     *             }
                     *           ],
                     *           "question": "…",
                     *           "right_agent": "…",
                     *           "right_answer": "…",
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…",
                     *           "state": "active",
                     *           "updated_at": "2026-11-26T09:30:00Z",
                     *           "updated_by_name": "…"
                     *         }
                     *       ],
                     *       "next": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly patch_api_v1_corrections__correction_id__patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly correction_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "state": "active"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CorrectionPatch"];
            };
        };
        readonly responses: {
            /** @description A correction: who, when, of what, what was wrong and what would have been right. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "answer": "…",
                     *       "asked": [
                     *         "…"
                     *       ],
                     *       "comment": "",
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "created_by_name": "…",
                     *       "history": [
                     *         {
                     *           "agent": "network",
                     *           "sender": "visitor",
                     *           "text": "Не подключается VPN"
                     *         }
                     *       ],
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "answer",
                     *       "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "passages": [
                     *         {
                     *           "agent": "…",
                     *           "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "text": "…",
                     *           "title": "…",
                     *           "url": "…"
                     *         }
                     *       ],
                     *       "question": "…",
                     *       "right_agent": "…",
                     *       "right_answer": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_name": "…",
                     *       "state": "active",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "updated_by_name": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CorrectionInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly export_api_v1_corrections_export_get: {
        readonly parameters: {
            readonly query: {
                readonly site_id: string;
                readonly use: components["schemas"]["CorrectionUse"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Examples as JSON lines, or a ZIP of questions and knowledge */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/jsonl": string;
                    readonly "application/zip": string;
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly keys_api_v1_keys_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Keys, those in use first (200 at most). */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "created_by": "…",
                     *           "expires_at": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "last_used_at": "2026-11-26T09:30:00Z",
                     *           "lost_scopes": [
                     *             "conversations.read"
                     *           ],
                     *           "lost_sites": [
                     *             "…"
                     *           ],
                     *           "name": "…",
                     *           "opens_others": false,
                     *           "prefix": "otvk_Ab3xY9",
                     *           "revoked_at": "2026-11-26T09:30:00Z",
                     *           "scopes": [
                     *             "conversations.read"
                     *           ],
                     *           "sites": [
                     *             "…"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly create_api_v1_keys_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "expires_at": "2026-11-26T09:30:00Z",
                 *       "name": "CRM",
                 *       "scopes": [
                 *         "conversations.read"
                 *       ],
                 *       "site_ids": [
                 *         "01935f2a-7c40-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ApiKeyCreate"];
            };
        };
        readonly responses: {
            /** @description A key that was just made; ``key`` is shown this once. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "info": {
                     *         "created_at": "2026-11-26T09:30:00Z",
                     *         "created_by": "…",
                     *         "expires_at": "2026-11-26T09:30:00Z",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "last_used_at": "2026-11-26T09:30:00Z",
                     *         "lost_scopes": [
                     *           "conversations.read"
                     *         ],
                     *         "lost_sites": [
                     *           "…"
                     *         ],
                     *         "name": "…",
                     *         "opens_others": false,
                     *         "prefix": "otvk_Ab3xY9",
                     *         "revoked_at": "2026-11-26T09:30:00Z",
                     *         "scopes": [
                     *           "conversations.read"
                     *         ],
                     *         "sites": [
                     *           "…"
                     *         ]
                     *       },
                     *       "key": "otvk_Ab3xY9…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ApiKeySecret"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revoke_api_v1_keys__key_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly key_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleted_api_v1_knowledge_deleted_get: {
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
            /** @description Deleted documents of one site, the newest first; at most a few hundred. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "deleted_at": "2026-11-26T09:30:00Z",
                     *           "deleted_by": "…",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…",
                     *           "size": 1,
                     *           "title": "…",
                     *           "until": "2026-11-26T09:30:00Z",
                     *           "url": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeletedDocumentList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly forget_api_v1_knowledge_deleted__document_id__delete: {
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Documents of one site. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "author": "",
                     *           "changed_at": "2026-11-26T09:30:00Z",
                     *           "error": "…",
                     *           "errors": [
                     *             {
                     *               "code": "…",
                     *               "detail": "",
                     *               "message": "…"
                     *             }
                     *           ],
                     *           "how": "upload",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "kind": "text",
                     *           "language": "ru",
                     *           "name": "…",
                     *           "passages": 1,
                     *           "shared": false,
                     *           "size": 1,
                     *           "state": "pending",
                     *           "title": "…",
                     *           "updated_at": "2026-11-26T09:30:00Z",
                     *           "url": "…",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "agent": "network",
                 *       "kind": "text",
                 *       "name": "vpn.md",
                 *       "site_key": "…",
                 *       "text": "…"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DocumentPut"];
            };
        };
        readonly responses: {
            /** @description A document of the knowledge base and how far its indexing has come. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "author": "",
                     *       "changed_at": "2026-11-26T09:30:00Z",
                     *       "error": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "how": "upload",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "text",
                     *       "language": "ru",
                     *       "name": "…",
                     *       "passages": 1,
                     *       "shared": false,
                     *       "size": 1,
                     *       "state": "pending",
                     *       "title": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly document_api_v1_knowledge_documents__document_id__get: {
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
            /** @description A document of the knowledge base and how far its indexing has come. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "author": "",
                     *       "changed_at": "2026-11-26T09:30:00Z",
                     *       "error": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "how": "upload",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "text",
                     *       "language": "ru",
                     *       "name": "…",
                     *       "passages": 1,
                     *       "shared": false,
                     *       "size": 1,
                     *       "state": "pending",
                     *       "title": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly put_answers_api_v1_knowledge_documents__document_id__answers_put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "base": 1,
                 *       "pairs": [
                 *         {
                 *           "agent": "",
                 *           "answer": "…",
                 *           "phrasings": [
                 *             "…"
                 *           ],
                 *           "question": "…",
                 *           "url": ""
                 *         }
                 *       ],
                 *       "title": ""
                 *     }
                 */
                readonly "application/json": components["schemas"]["DocumentAnswersPut"];
            };
        };
        readonly responses: {
            /** @description A document of the knowledge base and how far its indexing has come. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "author": "",
                     *       "changed_at": "2026-11-26T09:30:00Z",
                     *       "error": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "how": "upload",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "text",
                     *       "language": "ru",
                     *       "name": "…",
                     *       "passages": 1,
                     *       "shared": false,
                     *       "size": 1,
                     *       "state": "pending",
                     *       "title": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly diff_api_v1_knowledge_documents__document_id__diff_get: {
        readonly parameters: {
            readonly query: {
                readonly after: number;
                readonly before: number;
            };
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Two versions side by side, line by line; ``is_cut``: there is more than is shown. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added": 1,
                     *       "after": 1,
                     *       "before": 1,
                     *       "is_cut": false,
                     *       "lines": [
                     *         {
                     *           "count": 0,
                     *           "kind": "same",
                     *           "parts": [
                     *             {
                     *               "changed": false,
                     *               "text": "…"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "removed": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentDiff"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Passages in their order; ``next`` is the ``after`` of the next page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "ordinal": 1,
                     *           "phrasings": [
                     *             "…"
                     *           ],
                     *           "text": "…",
                     *           "title": "…",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PassagePage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly restore_api_v1_knowledge_documents__document_id__restore_post: {
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
            /** @description A document of the knowledge base and how far its indexing has come. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "author": "",
                     *       "changed_at": "2026-11-26T09:30:00Z",
                     *       "error": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "how": "upload",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "text",
                     *       "language": "ru",
                     *       "name": "…",
                     *       "passages": 1,
                     *       "shared": false,
                     *       "size": 1,
                     *       "state": "pending",
                     *       "title": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly roll_back_api_v1_knowledge_documents__document_id__roll_back_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "base": 1,
                 *       "version": 1
                 *     }
                 */
                readonly "application/json": components["schemas"]["DocumentRollBack"];
            };
        };
        readonly responses: {
            /** @description A document of the knowledge base and how far its indexing has come. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "author": "",
                     *       "changed_at": "2026-11-26T09:30:00Z",
                     *       "error": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "how": "upload",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "text",
                     *       "language": "ru",
                     *       "name": "…",
                     *       "passages": 1,
                     *       "shared": false,
                     *       "size": 1,
                     *       "state": "pending",
                     *       "title": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly share_api_v1_knowledge_documents__document_id__shared_put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "shared": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["DocumentShare"];
            };
        };
        readonly responses: {
            /** @description A document of the knowledge base and how far its indexing has come. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "author": "",
                     *       "changed_at": "2026-11-26T09:30:00Z",
                     *       "error": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "how": "upload",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "text",
                     *       "language": "ru",
                     *       "name": "…",
                     *       "passages": 1,
                     *       "shared": false,
                     *       "size": 1,
                     *       "state": "pending",
                     *       "title": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly text_api_v1_knowledge_documents__document_id__text_get: {
        readonly parameters: {
            readonly query?: {
                readonly version?: number | null;
            };
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What a document says in one version. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answers": [
                     *         {
                     *           "agent": "",
                     *           "answer": "…",
                     *           "phrasings": [
                     *             "…"
                     *           ],
                     *           "question": "…",
                     *           "url": ""
                     *         }
                     *       ],
                     *       "kind": "text",
                     *       "text": "…",
                     *       "title": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentText"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly put_text_api_v1_knowledge_documents__document_id__text_put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly document_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "base": 1,
                 *       "text": "…"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DocumentTextPut"];
            };
        };
        readonly responses: {
            /** @description A document of the knowledge base and how far its indexing has come. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "author": "",
                     *       "changed_at": "2026-11-26T09:30:00Z",
                     *       "error": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "how": "upload",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "text",
                     *       "language": "ru",
                     *       "name": "…",
                     *       "passages": 1,
                     *       "shared": false,
                     *       "size": 1,
                     *       "state": "pending",
                     *       "title": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly versions_api_v1_knowledge_documents__document_id__versions_get: {
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
            /** @description Versions of a document, the newest first; ``most`` earlier ones are kept. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "author": "…",
                     *           "how": "upload",
                     *           "is_current": true,
                     *           "is_read": true,
                     *           "kind": "text",
                     *           "size": 1,
                     *           "title": "…",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "most": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentVersionList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description A document of the knowledge base and how far its indexing has come. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "author": "",
                     *       "changed_at": "2026-11-26T09:30:00Z",
                     *       "error": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "how": "upload",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "text",
                     *       "language": "ru",
                     *       "name": "…",
                     *       "passages": 1,
                     *       "shared": false,
                     *       "size": 1,
                     *       "state": "pending",
                     *       "title": "…",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Web sources of one site. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "errors": [
                     *             {
                     *               "code": "…",
                     *               "detail": "",
                     *               "message": "…"
                     *             }
                     *           ],
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "limit": 1,
                     *           "pages": 1,
                     *           "removed": [
                     *             "…"
                     *           ],
                     *           "state": "pending",
                     *           "updated_at": "2026-11-26T09:30:00Z",
                     *           "url": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebSourceList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "agent": "network",
                 *       "limit": 100,
                 *       "site_key": "…",
                 *       "url": "https://help.example.com/"
                 *     }
                 */
                readonly "application/json": components["schemas"]["WebSourcePut"];
            };
        };
        readonly responses: {
            /** @description A place on the web and how far its reading has come; its pages are documents. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agent": "…",
                     *       "errors": [
                     *         {
                     *           "code": "…",
                     *           "detail": "",
                     *           "message": "…"
                     *         }
                     *       ],
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "limit": 1,
                     *       "pages": 1,
                     *       "removed": [
                     *         "…"
                     *       ],
                     *       "state": "pending",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "url": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebSourceInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly remove_site_api_v1_knowledge_sites__source_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly source_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Labels of the operator's sites, by name. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "colour": "grey",
                     *           "conversations": 0,
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…",
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LabelList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "colour": "grey",
                 *       "name": "…",
                 *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LabelPost"];
            };
        };
        readonly responses: {
            /** @description A label of a site. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "colour": "grey",
                     *       "conversations": 0,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "name": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LabelInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "colour": "grey",
                 *       "name": "…"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LabelPatch"];
            };
        };
        readonly responses: {
            /** @description A label of a site. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "colour": "grey",
                     *       "conversations": 0,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "name": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LabelInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /mentions``: newest first; ``unseen`` counts all that were not looked at yet. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "note": {
                     *             "after_seq": 1,
                     *             "at": "2026-11-26T09:30:00Z",
                     *             "author_id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "author_name": "Борис",
                     *             "client_message_id": "…",
                     *             "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "edited_at": "2026-11-26T09:30:00Z",
                     *             "id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "mentions": [
                     *               {
                     *                 "name": "Анна",
                     *                 "operator_id": "01935f2a-7c40-7000-8000-000000000001"
                     *               }
                     *             ],
                     *             "text": "@Анна, договор у них до марта."
                     *           },
                     *           "seen": true,
                     *           "site_name": "…",
                     *           "visitor_name": "…"
                     *         }
                     *       ],
                     *       "next": "…",
                     *       "unseen": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MentionPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "note_ids": [
                 *         "01935f2a-7c40-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["MentionsSeen"];
            };
        };
        readonly responses: {
            /** @description How many mentions were not looked at yet. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unseen": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["UnseenCount"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Operators by name; ``next`` is the ``after`` of the next page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "disabled_at": "2026-11-26T09:30:00Z",
                     *           "email": "…",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "is_shared": true,
                     *           "locale": "ru",
                     *           "name": "…",
                     *           "role": "operator",
                     *           "seen_at": "2026-11-26T09:30:00Z",
                     *           "sites": [
                     *             {
                     *               "id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "name": "…"
                     *             }
                     *           ],
                     *           "two_factor_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "01935f2a-7c40-7000-8000-000000000001",
                     *       "sites": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PersonPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "disabled": true,
                 *       "name": "…",
                 *       "role": "operator",
                 *       "site_ids": [
                 *         "01935f2a-7c40-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["PersonPatch"];
            };
        };
        readonly responses: {
            /** @description An operator as their administrators see them; ``sites`` are those that both have. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "disabled_at": "2026-11-26T09:30:00Z",
                     *       "email": "…",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "is_shared": true,
                     *       "locale": "ru",
                     *       "name": "…",
                     *       "role": "operator",
                     *       "seen_at": "2026-11-26T09:30:00Z",
                     *       "sites": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…"
                     *         }
                     *       ],
                     *       "two_factor_at": "2026-11-26T09:30:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PersonInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description A link that sets a new password, once. It is shown this once: only its hash is kept. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_at": "2026-11-26T09:30:00Z",
                     *       "link": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PasswordLink"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Sign-ins that have neither ended nor been revoked, last used first; 100 at most. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "address": "…",
                     *           "browser": "…",
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "current": true,
                     *           "expires_at": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "system": "…",
                     *           "used_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SessionList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description An operator as their administrators see them; ``sites`` are those that both have. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "disabled_at": "2026-11-26T09:30:00Z",
                     *       "email": "…",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "is_shared": true,
                     *       "locale": "ru",
                     *       "name": "…",
                     *       "role": "operator",
                     *       "seen_at": "2026-11-26T09:30:00Z",
                     *       "sites": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…"
                     *         }
                     *       ],
                     *       "two_factor_at": "2026-11-26T09:30:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PersonInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Open invitations, newest first; 200 at most. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "email": "…",
                     *           "expires_at": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "invited_by": "…",
                     *           "locale": "ru",
                     *           "role": "operator",
                     *           "sites": [
                     *             {
                     *               "id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "name": "…"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvitationList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "email": "anna@example.com",
                 *       "locale": "ru",
                 *       "role": "operator",
                 *       "site_ids": [
                 *         "01935f2a-7c40-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["InvitationCreate"];
            };
        };
        readonly responses: {
            /** @description The link to hand over. It is shown this once: only its hash is kept. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invitation": {
                     *         "created_at": "2026-11-26T09:30:00Z",
                     *         "email": "…",
                     *         "expires_at": "2026-11-26T09:30:00Z",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "invited_by": "…",
                     *         "locale": "ru",
                     *         "role": "operator",
                     *         "sites": [
                     *           {
                     *             "id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "name": "…"
                     *           }
                     *         ]
                     *       },
                     *       "link": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvitationLink"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description The link to hand over. It is shown this once: only its hash is kept. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invitation": {
                     *         "created_at": "2026-11-26T09:30:00Z",
                     *         "email": "…",
                     *         "expires_at": "2026-11-26T09:30:00Z",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "invited_by": "…",
                     *         "locale": "ru",
                     *         "role": "operator",
                     *         "sites": [
                     *           {
                     *             "id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "name": "…"
                     *           }
                     *         ]
                     *       },
                     *       "link": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvitationLink"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description The rules of the administrator's sites. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "enabled": 1,
                     *           "people": 1,
                     *           "required": true,
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TwoFactorRules"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "required": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["TwoFactorRulePut"];
            };
        };
        readonly responses: {
            /** @description Whether a site asks everybody for a second factor, and how many have one. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": 1,
                     *       "people": 1,
                     *       "required": true,
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_name": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TwoFactorRule"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /replies``: by shortcut, the site's and the reader's own; ``next`` names the rest. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "shortcut": "привет",
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "texts": {
                     *             "ru": "Здравствуйте! Меня зовут {operator.name}."
                     *           },
                     *           "title": "Приветствие",
                     *           "updated_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ReplyPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "shortcut": "привет",
                 *       "texts": {
                 *         "ru": "Здравствуйте! Меня зовут {operator.name}."
                 *       },
                 *       "title": "Приветствие"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReplyPut"];
            };
        };
        readonly responses: {
            /** @description A canned reply; without a ``site_id`` it is the reader's own. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "shortcut": "привет",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "texts": {
                     *         "ru": "Здравствуйте! Меня зовут {operator.name}."
                     *       },
                     *       "title": "Приветствие",
                     *       "updated_at": "2026-11-26T09:30:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Reply"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly policies_api_v1_retention_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The policies of the administrator's sites. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "audit_days": 730,
                     *           "conversation_days": 365,
                     *           "delivery_days": 30,
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RetentionList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly put_api_v1_retention__site_id__put: {
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
                /**
                 * @example {
                 *       "audit_days": 730,
                 *       "conversation_days": 365,
                 *       "delivery_days": 30
                 *     }
                 */
                readonly "application/json": components["schemas"]["RetentionPut"];
            };
        };
        readonly responses: {
            /** @description A site's policy. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "audit_days": 730,
                     *       "conversation_days": 365,
                     *       "delivery_days": 30,
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_name": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RetentionInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly preview_api_v1_retention__site_id__preview_post: {
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
                /**
                 * @example {
                 *       "audit_days": 730,
                 *       "conversation_days": 365,
                 *       "delivery_days": 30
                 *     }
                 */
                readonly "application/json": components["schemas"]["RetentionPut"];
            };
        };
        readonly responses: {
            /** @description How much a policy would delete if it held now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "audit_entries": 1,
                     *       "conversations": 1,
                     *       "deliveries": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RetentionPreview"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description The administrator's sites, the oldest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "enabled": true,
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "locale": "ru",
                     *           "name": "…",
                     *           "origins": [
                     *             "…"
                     *           ],
                     *           "seen_at": "2026-11-26T09:30:00Z",
                     *           "seen_origin": "…",
                     *           "site_key": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "agents_from": "01935f2a-7c40-7000-8000-000000000001",
                 *       "locale": "ru",
                 *       "name": "…",
                 *       "origins": [
                 *         "…"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["SiteCreate"];
            };
        };
        readonly responses: {
            /** @description All that can be decided of a site, and what is seen of it. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "defaults": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "enabled": true,
                     *       "greeting": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "hours": {
                     *         "holidays": [
                     *           {
                     *             "day": "2026-11-26",
                     *             "intervals": [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             "name": ""
                     *           }
                     *         ],
                     *         "week": [
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ]
                     *         ],
                     *         "zone": "Europe/Moscow"
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "identity_keys": [
                     *         {
                     *           "algorithm": "RS256",
                     *           "bits": 1,
                     *           "id": "…",
                     *           "kid": "…",
                     *           "made_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "identity_required": true,
                     *       "identity_secrets": [
                     *         {
                     *           "id": "…",
                     *           "made_at": "2026-11-26T09:30:00Z",
                     *           "until": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "integrity": "…",
                     *       "limits": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "locale": "ru",
                     *       "look": {
                     *         "accent": "#4f46e5",
                     *         "icon": "bubble",
                     *         "label": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "logo": true,
                     *         "placeholder": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "side": "left",
                     *         "theme": "auto",
                     *         "title": {
                     *           "en": "",
                     *           "ru": ""
                     *         }
                     *       },
                     *       "name": "…",
                     *       "origins": [
                     *         "…"
                     *       ],
                     *       "previous_key": "…",
                     *       "previous_key_until": "2026-11-26T09:30:00Z",
                     *       "public_url": "…",
                     *       "seen_at": "2026-11-26T09:30:00Z",
                     *       "seen_origin": "…",
                     *       "site_key": "…",
                     *       "wildcards": true
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteDetail"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description All that can be decided of a site, and what is seen of it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "defaults": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "enabled": true,
                     *       "greeting": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "hours": {
                     *         "holidays": [
                     *           {
                     *             "day": "2026-11-26",
                     *             "intervals": [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             "name": ""
                     *           }
                     *         ],
                     *         "week": [
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ]
                     *         ],
                     *         "zone": "Europe/Moscow"
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "identity_keys": [
                     *         {
                     *           "algorithm": "RS256",
                     *           "bits": 1,
                     *           "id": "…",
                     *           "kid": "…",
                     *           "made_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "identity_required": true,
                     *       "identity_secrets": [
                     *         {
                     *           "id": "…",
                     *           "made_at": "2026-11-26T09:30:00Z",
                     *           "until": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "integrity": "…",
                     *       "limits": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "locale": "ru",
                     *       "look": {
                     *         "accent": "#4f46e5",
                     *         "icon": "bubble",
                     *         "label": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "logo": true,
                     *         "placeholder": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "side": "left",
                     *         "theme": "auto",
                     *         "title": {
                     *           "en": "",
                     *           "ru": ""
                     *         }
                     *       },
                     *       "name": "…",
                     *       "origins": [
                     *         "…"
                     *       ],
                     *       "previous_key": "…",
                     *       "previous_key_until": "2026-11-26T09:30:00Z",
                     *       "public_url": "…",
                     *       "seen_at": "2026-11-26T09:30:00Z",
                     *       "seen_origin": "…",
                     *       "site_key": "…",
                     *       "wildcards": true
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteDetail"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "enabled": true,
                 *       "greeting": {
                 *         "en": "",
                 *         "ru": ""
                 *       },
                 *       "hours": {
                 *         "holidays": [
                 *           {
                 *             "day": "2026-11-26",
                 *             "intervals": [
                 *               {
                 *                 "end": "09:00",
                 *                 "start": "09:00"
                 *               }
                 *             ],
                 *             "name": ""
                 *           }
                 *         ],
                 *         "week": [
                 *           [
                 *             {
                 *               "end": "09:00",
                 *               "start": "09:00"
                 *             }
                 *           ],
                 *           [
                 *             {
                 *               "end": "09:00",
                 *               "start": "09:00"
                 *             }
                 *           ],
                 *           [
                 *             {
                 *               "end": "09:00",
                 *               "start": "09:00"
                 *             }
                 *           ],
                 *           [
                 *             {
                 *               "end": "09:00",
                 *               "start": "09:00"
                 *             }
                 *           ],
                 *           [
                 *             {
                 *               "end": "09:00",
                 *               "start": "09:00"
                 *             }
                 *           ],
                 *           [
                 *             {
                 *               "end": "09:00",
                 *               "start": "09:00"
                 *             }
                 *           ],
                 *           [
                 *             {
                 *               "end": "09:00",
                 *               "start": "09:00"
                 *             }
                 *           ]
                 *         ],
                 *         "zone": "Europe/Moscow"
                 *       },
                 *       "identity_required": true,
                 *       "limits": {
                 *         "answers_per_minute": 1,
                 *         "messages_per_minute": 1,
                 *         "sockets_per_visitor": 1,
                 *         "text_limit": 500,
                 *         "uploads": true
                 *       },
                 *       "locale": "ru",
                 *       "look": {
                 *         "accent": "#4f46e5",
                 *         "icon": "bubble",
                 *         "label": {
                 *           "en": "",
                 *           "ru": ""
                 *         },
                 *         "logo": true,
                 *         "placeholder": {
                 *           "en": "",
                 *           "ru": ""
                 *         },
                 *         "side": "left",
                 *         "theme": "auto",
                 *         "title": {
                 *           "en": "",
                 *           "ru": ""
                 *         }
                 *       },
                 *       "name": "…",
                 *       "origins": [
                 *         "…"
                 *       ],
                 *       "wildcards": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["SitePatch"];
            };
        };
        readonly responses: {
            /** @description All that can be decided of a site, and what is seen of it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "defaults": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "enabled": true,
                     *       "greeting": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "hours": {
                     *         "holidays": [
                     *           {
                     *             "day": "2026-11-26",
                     *             "intervals": [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             "name": ""
                     *           }
                     *         ],
                     *         "week": [
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ]
                     *         ],
                     *         "zone": "Europe/Moscow"
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "identity_keys": [
                     *         {
                     *           "algorithm": "RS256",
                     *           "bits": 1,
                     *           "id": "…",
                     *           "kid": "…",
                     *           "made_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "identity_required": true,
                     *       "identity_secrets": [
                     *         {
                     *           "id": "…",
                     *           "made_at": "2026-11-26T09:30:00Z",
                     *           "until": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "integrity": "…",
                     *       "limits": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "locale": "ru",
                     *       "look": {
                     *         "accent": "#4f46e5",
                     *         "icon": "bubble",
                     *         "label": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "logo": true,
                     *         "placeholder": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "side": "left",
                     *         "theme": "auto",
                     *         "title": {
                     *           "en": "",
                     *           "ru": ""
                     *         }
                     *       },
                     *       "name": "…",
                     *       "origins": [
                     *         "…"
                     *       ],
                     *       "previous_key": "…",
                     *       "previous_key_until": "2026-11-26T09:30:00Z",
                     *       "public_url": "…",
                     *       "seen_at": "2026-11-26T09:30:00Z",
                     *       "seen_origin": "…",
                     *       "site_key": "…",
                     *       "wildcards": true
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteDetail"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly cases_api_v1_sites__site_id__cases_get: {
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
            /** @description ``GET /sites/{site_id}/cases``: all cases, oldest first, and the last runs, newest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "action": "answer",
                     *           "agent": "network",
                     *           "contains": [
                     *             "порт* UDP 500"
                     *           ],
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "created_by_name": "…",
                     *           "document": {
                     *             "agent": "network",
                     *             "id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "name": "vpn.md"
                     *           },
                     *           "history": [
                     *             {
                     *               "agent": "network",
                     *               "sender": "visitor",
                     *               "text": "Не подключается VPN"
                     *             }
                     *           ],
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "note": "Так отвечал агент до замены роутеров",
                     *           "question": "Не подключается VPN",
                     *           "result": {
                     *             "adapter": "network@3",
                     *             "agent": "network",
                     *             "at": "2026-11-26T09:30:00Z",
                     *             "before": "passed",
                     *             "changed": "case",
                     *             "confidence": 0,
                     *             "failure": "late",
                     *             "faults": [
                     *               {
                     *                 "expected": "network",
                     *                 "made": "access",
                     *                 "what": "agent"
                     *               }
                     *             ],
                     *             "knowledge_version": 12,
                     *             "model": "qwen3-4b",
                     *             "outcome": "answered",
                     *             "run_id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "verdict": "passed"
                     *           },
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "updated_at": "2026-11-26T09:30:00Z",
                     *           "updated_by_name": "…"
                     *         }
                     *       ],
                     *       "runs": [
                     *         {
                     *           "broken": 0,
                     *           "ended_at": "2026-11-26T09:30:00Z",
                     *           "failed": 0,
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "mended": 0,
                     *           "passed": 0,
                     *           "started_at": "2026-11-26T09:30:00Z",
                     *           "started_by_name": "…",
                     *           "state": "running",
                     *           "total": 0,
                     *           "unanswered": 0
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CaseList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly put_api_v1_sites__site_id__cases__case_id__put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly case_id: string;
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "action": "answer",
                 *       "agent": "network",
                 *       "contains": [
                 *         "порт* UDP 500"
                 *       ],
                 *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                 *       "document_id": "01935f2a-7c40-7000-8000-000000000001",
                 *       "history": [
                 *         {
                 *           "agent": "network",
                 *           "sender": "visitor",
                 *           "text": "Не подключается VPN"
                 *         }
                 *       ],
                 *       "note": "Так отвечал агент до замены роутеров",
                 *       "question": "Не подключается VPN"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CasePut"];
            };
        };
        readonly responses: {
            /** @description A case with its last result. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "answer",
                     *       "agent": "network",
                     *       "contains": [
                     *         "порт* UDP 500"
                     *       ],
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "created_by_name": "…",
                     *       "document": {
                     *         "agent": "network",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "name": "vpn.md"
                     *       },
                     *       "history": [
                     *         {
                     *           "agent": "network",
                     *           "sender": "visitor",
                     *           "text": "Не подключается VPN"
                     *         }
                     *       ],
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "note": "Так отвечал агент до замены роутеров",
                     *       "question": "Не подключается VPN",
                     *       "result": {
                     *         "adapter": "network@3",
                     *         "agent": "network",
                     *         "at": "2026-11-26T09:30:00Z",
                     *         "before": "passed",
                     *         "changed": "case",
                     *         "confidence": 0,
                     *         "failure": "late",
                     *         "faults": [
                     *           {
                     *             "expected": "network",
                     *             "made": "access",
                     *             "what": "agent"
                     *           }
                     *         ],
                     *         "knowledge_version": 12,
                     *         "model": "qwen3-4b",
                     *         "outcome": "answered",
                     *         "run_id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "verdict": "passed"
                     *       },
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "updated_at": "2026-11-26T09:30:00Z",
                     *       "updated_by_name": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Case"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly delete_api_v1_sites__site_id__cases__case_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly case_id: string;
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly trace_api_v1_sites__site_id__cases__case_id__trace_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly case_id: string;
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description ``GET /sites/{site_id}/cases/{case_id}/trace``: the last answer, and how it was made. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answer": {
                     *         "agent": "…",
                     *         "choices": [
                     *           "…"
                     *         ],
                     *         "citations": [
                     *           {
                     *             "n": 1,
                     *             "quote": "…",
                     *             "title": "…",
                     *             "url": "…"
                     *           }
                     *         ],
                     *         "handoff_reason": "requested",
                     *         "outcome": "answered",
                     *         "provenance": {
                     *           "adapter": "network@3",
                     *           "agent": "network",
                     *           "agents": [
                     *             "network"
                     *           ],
                     *           "answer_tokens": 0,
                     *           "asked": [
                     *             "yt hf,jnftn dgy"
                     *           ],
                     *           "backend": "local",
                     *           "calibration": "2026-11-25-demo-691",
                     *           "confidence": 0.82,
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "embedding_model": "frida",
                     *           "groundedness": 0.97,
                     *           "handoff_reason": "requested",
                     *           "knowledge_version": 12,
                     *           "language": "ru",
                     *           "logs_url": "https://grafana.example.com/d/otvet-logs?var-request_id=…",
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "model": "qwen3-4b",
                     *           "outcome": "answered",
                     *           "passages": [
                     *             {
                     *               "agent": "network",
                     *               "cited": [
                     *                 1
                     *               ],
                     *               "dense": 0.71,
                     *               "document_id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "lexical": 0.71,
                     *               "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "reranked": 1,
                     *               "score": 0.71,
                     *               "text": "…",
                     *               "title": "VPN › Ошибка 809",
                     *               "url": "https://help.example.com/vpn"
                     *             }
                     *           ],
                     *           "passages_cut": 0,
                     *           "policy": [
                     *             {
                     *               "agent": "network",
                     *               "threshold": 0.75,
                     *               "wrong_share": 0.03
                     *             }
                     *           ],
                     *           "prompt_hash": "…",
                     *           "prompt_tokens": 0,
                     *           "question": "не работает vpn",
                     *           "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                     *           "route": {
                     *             "access": 0.11,
                     *             "network": 0.86,
                     *             "security": 0.03
                     *           },
                     *           "seed": 1,
                     *           "stage_ms": {
                     *             "routing": 62.5,
                     *             "understanding": 4.1,
                     *             "writing": 1840
                     *           },
                     *           "steps": [
                     *             {
                     *               "step": "mixed_script",
                     *               "text": "не работает vpn"
                     *             }
                     *           ],
                     *           "template": "answer@2",
                     *           "trouble": "loading",
                     *           "turns_cut": 0
                     *         },
                     *         "text": "…"
                     *       },
                     *       "at": "2026-11-26T09:30:00Z",
                     *       "case_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CaseTrace"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly run_api_v1_sites__site_id__cases_runs_post: {
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
                /**
                 * @example {
                 *       "case_ids": [
                 *         "01935f2a-7c40-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["CaseRunStart"];
            };
        };
        readonly responses: {
            /** @description A run of some cases: how far it is, and what came of it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "broken": 0,
                     *       "ended_at": "2026-11-26T09:30:00Z",
                     *       "failed": 0,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "mended": 0,
                     *       "passed": 0,
                     *       "started_at": "2026-11-26T09:30:00Z",
                     *       "started_by_name": "…",
                     *       "state": "running",
                     *       "total": 0,
                     *       "unanswered": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CaseRun"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly stop_api_v1_sites__site_id__cases_runs__run_id__stop_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly run_id: string;
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A run of some cases: how far it is, and what came of it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "broken": 0,
                     *       "ended_at": "2026-11-26T09:30:00Z",
                     *       "failed": 0,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "mended": 0,
                     *       "passed": 0,
                     *       "started_at": "2026-11-26T09:30:00Z",
                     *       "started_by_name": "…",
                     *       "state": "running",
                     *       "total": 0,
                     *       "unanswered": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CaseRun"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly delete_api_v1_sites__site_id__deletion_post: {
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
                /**
                 * @example {
                 *       "name": "Магазин"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SiteDelete"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly add_key_api_v1_sites__site_id__identity_keys_post: {
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
                /**
                 * @example {
                 *       "key": "…",
                 *       "kid": "2026-11"
                 *     }
                 */
                readonly "application/json": components["schemas"]["IdentityKeyAdd"];
            };
        };
        readonly responses: {
            /** @description All that can be decided of a site, and what is seen of it. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "defaults": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "enabled": true,
                     *       "greeting": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "hours": {
                     *         "holidays": [
                     *           {
                     *             "day": "2026-11-26",
                     *             "intervals": [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             "name": ""
                     *           }
                     *         ],
                     *         "week": [
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ]
                     *         ],
                     *         "zone": "Europe/Moscow"
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "identity_keys": [
                     *         {
                     *           "algorithm": "RS256",
                     *           "bits": 1,
                     *           "id": "…",
                     *           "kid": "…",
                     *           "made_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "identity_required": true,
                     *       "identity_secrets": [
                     *         {
                     *           "id": "…",
                     *           "made_at": "2026-11-26T09:30:00Z",
                     *           "until": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "integrity": "…",
                     *       "limits": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "locale": "ru",
                     *       "look": {
                     *         "accent": "#4f46e5",
                     *         "icon": "bubble",
                     *         "label": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "logo": true,
                     *         "placeholder": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "side": "left",
                     *         "theme": "auto",
                     *         "title": {
                     *           "en": "",
                     *           "ru": ""
                     *         }
                     *       },
                     *       "name": "…",
                     *       "origins": [
                     *         "…"
                     *       ],
                     *       "previous_key": "…",
                     *       "previous_key_until": "2026-11-26T09:30:00Z",
                     *       "public_url": "…",
                     *       "seen_at": "2026-11-26T09:30:00Z",
                     *       "seen_origin": "…",
                     *       "site_key": "…",
                     *       "wildcards": true
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteDetail"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly remove_key_api_v1_sites__site_id__identity_keys__key_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly key_id: string;
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All that can be decided of a site, and what is seen of it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "defaults": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "enabled": true,
                     *       "greeting": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "hours": {
                     *         "holidays": [
                     *           {
                     *             "day": "2026-11-26",
                     *             "intervals": [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             "name": ""
                     *           }
                     *         ],
                     *         "week": [
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ]
                     *         ],
                     *         "zone": "Europe/Moscow"
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "identity_keys": [
                     *         {
                     *           "algorithm": "RS256",
                     *           "bits": 1,
                     *           "id": "…",
                     *           "kid": "…",
                     *           "made_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "identity_required": true,
                     *       "identity_secrets": [
                     *         {
                     *           "id": "…",
                     *           "made_at": "2026-11-26T09:30:00Z",
                     *           "until": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "integrity": "…",
                     *       "limits": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "locale": "ru",
                     *       "look": {
                     *         "accent": "#4f46e5",
                     *         "icon": "bubble",
                     *         "label": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "logo": true,
                     *         "placeholder": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "side": "left",
                     *         "theme": "auto",
                     *         "title": {
                     *           "en": "",
                     *           "ru": ""
                     *         }
                     *       },
                     *       "name": "…",
                     *       "origins": [
                     *         "…"
                     *       ],
                     *       "previous_key": "…",
                     *       "previous_key_until": "2026-11-26T09:30:00Z",
                     *       "public_url": "…",
                     *       "seen_at": "2026-11-26T09:30:00Z",
                     *       "seen_origin": "…",
                     *       "site_key": "…",
                     *       "wildcards": true
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteDetail"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "grace_hours": 168
                 *     }
                 */
                readonly "application/json": components["schemas"]["RotateRequest"];
            };
        };
        readonly responses: {
            /** @description The answer to a rotation: the only time that ``secret`` is told. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "…",
                     *       "site": {
                     *         "defaults": {
                     *           "answers_per_minute": 1,
                     *           "messages_per_minute": 1,
                     *           "sockets_per_visitor": 1,
                     *           "text_limit": 500,
                     *           "uploads": true
                     *         },
                     *         "enabled": true,
                     *         "greeting": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "hours": {
                     *           "holidays": [
                     *             {
                     *               "day": "2026-11-26",
                     *               "intervals": [
                     *                 {
                     *                   "end": "09:00",
                     *                   "start": "09:00"
                     *                 }
                     *               ],
                     *               "name": ""
                     *             }
                     *           ],
                     *           "week": [
                     *             [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ]
                     *           ],
                     *           "zone": "Europe/Moscow"
                     *         },
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "identity_keys": [
                     *           {
                     *             "algorithm": "RS256",
                     *             "bits": 1,
                     *             "id": "…",
                     *             "kid": "…",
                     *             "made_at": "2026-11-26T09:30:00Z"
                     *           }
                     *         ],
                     *         "identity_required": true,
                     *         "identity_secrets": [
                     *           {
                     *             "id": "…",
                     *             "made_at": "2026-11-26T09:30:00Z",
                     *             "until": "2026-11-26T09:30:00Z"
                     *           }
                     *         ],
                     *         "integrity": "…",
                     *         "limits": {
                     *           "answers_per_minute": 1,
                     *           "messages_per_minute": 1,
                     *           "sockets_per_visitor": 1,
                     *           "text_limit": 500,
                     *           "uploads": true
                     *         },
                     *         "locale": "ru",
                     *         "look": {
                     *           "accent": "#4f46e5",
                     *           "icon": "bubble",
                     *           "label": {
                     *             "en": "",
                     *             "ru": ""
                     *           },
                     *           "logo": true,
                     *           "placeholder": {
                     *             "en": "",
                     *             "ru": ""
                     *           },
                     *           "side": "left",
                     *           "theme": "auto",
                     *           "title": {
                     *             "en": "",
                     *             "ru": ""
                     *           }
                     *         },
                     *         "name": "…",
                     *         "origins": [
                     *           "…"
                     *         ],
                     *         "previous_key": "…",
                     *         "previous_key_until": "2026-11-26T09:30:00Z",
                     *         "public_url": "…",
                     *         "seen_at": "2026-11-26T09:30:00Z",
                     *         "seen_origin": "…",
                     *         "site_key": "…",
                     *         "wildcards": true
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["IdentitySecret"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "grace_hours": 168
                 *     }
                 */
                readonly "application/json": components["schemas"]["RotateRequest"];
            };
        };
        readonly responses: {
            /** @description All that can be decided of a site, and what is seen of it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "defaults": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "enabled": true,
                     *       "greeting": {
                     *         "en": "",
                     *         "ru": ""
                     *       },
                     *       "hours": {
                     *         "holidays": [
                     *           {
                     *             "day": "2026-11-26",
                     *             "intervals": [
                     *               {
                     *                 "end": "09:00",
                     *                 "start": "09:00"
                     *               }
                     *             ],
                     *             "name": ""
                     *           }
                     *         ],
                     *         "week": [
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "end": "09:00",
                     *               "start": "09:00"
                     *             }
                     *           ]
                     *         ],
                     *         "zone": "Europe/Moscow"
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "identity_keys": [
                     *         {
                     *           "algorithm": "RS256",
                     *           "bits": 1,
                     *           "id": "…",
                     *           "kid": "…",
                     *           "made_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "identity_required": true,
                     *       "identity_secrets": [
                     *         {
                     *           "id": "…",
                     *           "made_at": "2026-11-26T09:30:00Z",
                     *           "until": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "integrity": "…",
                     *       "limits": {
                     *         "answers_per_minute": 1,
                     *         "messages_per_minute": 1,
                     *         "sockets_per_visitor": 1,
                     *         "text_limit": 500,
                     *         "uploads": true
                     *       },
                     *       "locale": "ru",
                     *       "look": {
                     *         "accent": "#4f46e5",
                     *         "icon": "bubble",
                     *         "label": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "logo": true,
                     *         "placeholder": {
                     *           "en": "",
                     *           "ru": ""
                     *         },
                     *         "side": "left",
                     *         "theme": "auto",
                     *         "title": {
                     *           "en": "",
                     *           "ru": ""
                     *         }
                     *       },
                     *       "name": "…",
                     *       "origins": [
                     *         "…"
                     *       ],
                     *       "previous_key": "…",
                     *       "previous_key_until": "2026-11-26T09:30:00Z",
                     *       "public_url": "…",
                     *       "seen_at": "2026-11-26T09:30:00Z",
                     *       "seen_origin": "…",
                     *       "site_key": "…",
                     *       "wildcards": true
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteDetail"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "shortcut": "привет",
                 *       "texts": {
                 *         "ru": "Здравствуйте! Меня зовут {operator.name}."
                 *       },
                 *       "title": "Приветствие"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReplyPut"];
            };
        };
        readonly responses: {
            /** @description A canned reply; without a ``site_id`` it is the reader's own. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "shortcut": "привет",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "texts": {
                     *         "ru": "Здравствуйте! Меня зовут {operator.name}."
                     *       },
                     *       "title": "Приветствие",
                     *       "updated_at": "2026-11-26T09:30:00Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Reply"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description The operator's sites, by name. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "operators": [
                     *             {
                     *               "id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "name": "…"
                     *             }
                     *           ],
                     *           "rules": {
                     *             "automatic": true,
                     *             "take_seconds": 120
                     *           },
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…",
                     *           "teams": [
                     *             {
                     *               "automatic": true,
                     *               "id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "members": [
                     *                 {
                     *                   "id": "01935f2a-7c40-7000-8000-000000000001",
                     *                   "name": "…"
                     *                 }
                     *               ],
                     *               "name": "…",
                     *               "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TeamList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "automatic": false,
                 *       "members": [
                 *         "01935f2a-7c40-7000-8000-000000000001"
                 *       ],
                 *       "name": "Вторая линия",
                 *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TeamCreate"];
            };
        };
        readonly responses: {
            /** @description A team; ``automatic``: what waits for it is offered to its members by itself. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "automatic": true,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "members": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…"
                     *         }
                     *       ],
                     *       "name": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TeamInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "automatic": true,
                 *       "members": [
                 *         "01935f2a-7c40-7000-8000-000000000001"
                 *       ],
                 *       "name": "Вторая линия"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TeamPatch"];
            };
        };
        readonly responses: {
            /** @description A team; ``automatic``: what waits for it is offered to its members by itself. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "automatic": true,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "members": [
                     *         {
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…"
                     *         }
                     *       ],
                     *       "name": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TeamInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "automatic": true,
                 *       "take_seconds": 120
                 *     }
                 */
                readonly "application/json": components["schemas"]["AssignmentRules"];
            };
        };
        readonly responses: {
            /** @description How a site's waiting conversations find somebody. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "automatic": true,
                     *       "take_seconds": 120
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AssignmentRules"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly start_api_v1_trials_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "agent": "network",
                 *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                 *       "history": [
                 *         {
                 *           "agent": "network",
                 *           "sender": "visitor",
                 *           "text": "Не подключается VPN"
                 *         }
                 *       ],
                 *       "kind": "answer",
                 *       "message_id": "01935f2a-7c40-7000-8000-000000000001",
                 *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                 *       "text": "Не подключается VPN"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TrialStart"];
            };
        };
        readonly responses: {
            /** @description The trial is on its way; ``trial.completed`` tells when to fetch it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "trial_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TrialAccepted"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly show_api_v1_trials__trial_id__get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly trial_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description ``GET /trials/{trial_id}``; for the operator who asked, for an hour. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answer": {
                     *         "agent": "…",
                     *         "choices": [
                     *           "…"
                     *         ],
                     *         "citations": [
                     *           {
                     *             "n": 1,
                     *             "quote": "…",
                     *             "title": "…",
                     *             "url": "…"
                     *           }
                     *         ],
                     *         "handoff_reason": "requested",
                     *         "outcome": "answered",
                     *         "provenance": {
                     *           "adapter": "network@3",
                     *           "agent": "network",
                     *           "agents": [
                     *             "network"
                     *           ],
                     *           "answer_tokens": 0,
                     *           "asked": [
                     *             "yt hf,jnftn dgy"
                     *           ],
                     *           "backend": "local",
                     *           "calibration": "2026-11-25-demo-691",
                     *           "confidence": 0.82,
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "embedding_model": "frida",
                     *           "groundedness": 0.97,
                     *           "handoff_reason": "requested",
                     *           "knowledge_version": 12,
                     *           "language": "ru",
                     *           "logs_url": "https://grafana.example.com/d/otvet-logs?var-request_id=…",
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "model": "qwen3-4b",
                     *           "outcome": "answered",
                     *           "passages": [
                     *             {
                     *               "agent": "network",
                     *               "cited": [
                     *                 1
                     *               ],
                     *               "dense": 0.71,
                     *               "document_id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "lexical": 0.71,
                     *               "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "reranked": 1,
                     *               "score": 0.71,
                     *               "text": "…",
                     *               "title": "VPN › Ошибка 809",
                     *               "url": "https://help.example.com/vpn"
                     *             }
                     *           ],
                     *           "passages_cut": 0,
                     *           "policy": [
                     *             {
                     *               "agent": "network",
                     *               "threshold": 0.75,
                     *               "wrong_share": 0.03
                     *             }
                     *           ],
                     *           "prompt_hash": "…",
                     *           "prompt_tokens": 0,
                     *           "question": "не работает vpn",
                     *           "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                     *           "route": {
                     *             "access": 0.11,
                     *             "network": 0.86,
                     *             "security": 0.03
                     *           },
                     *           "seed": 1,
                     *           "stage_ms": {
                     *             "routing": 62.5,
                     *             "understanding": 4.1,
                     *             "writing": 1840
                     *           },
                     *           "steps": [
                     *             {
                     *               "step": "mixed_script",
                     *               "text": "не работает vpn"
                     *             }
                     *           ],
                     *           "template": "answer@2",
                     *           "trouble": "loading",
                     *           "turns_cut": 0
                     *         },
                     *         "text": "…"
                     *       },
                     *       "asked": [
                     *         "…"
                     *       ],
                     *       "at": "2026-11-26T09:30:00Z",
                     *       "attempt": {
                     *         "agent": "…",
                     *         "choices": [
                     *           "…"
                     *         ],
                     *         "citations": [
                     *           {
                     *             "n": 1,
                     *             "quote": "…",
                     *             "title": "…",
                     *             "url": "…"
                     *           }
                     *         ],
                     *         "handoff_reason": "requested",
                     *         "outcome": "answered",
                     *         "provenance": {
                     *           "adapter": "network@3",
                     *           "agent": "network",
                     *           "agents": [
                     *             "network"
                     *           ],
                     *           "answer_tokens": 0,
                     *           "asked": [
                     *             "yt hf,jnftn dgy"
                     *           ],
                     *           "backend": "local",
                     *           "calibration": "2026-11-25-demo-691",
                     *           "confidence": 0.82,
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "embedding_model": "frida",
                     *           "groundedness": 0.97,
                     *           "handoff_reason": "requested",
                     *           "knowledge_version": 12,
                     *           "language": "ru",
                     *           "logs_url": "https://grafana.example.com/d/otvet-logs?var-request_id=…",
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "model": "qwen3-4b",
                     *           "outcome": "answered",
                     *           "passages": [
                     *             {
                     *               "agent": "network",
                     *               "cited": [
                     *                 1
                     *               ],
                     *               "dense": 0.71,
                     *               "document_id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "lexical": 0.71,
                     *               "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "reranked": 1,
                     *               "score": 0.71,
                     *               "text": "…",
                     *               "title": "VPN › Ошибка 809",
                     *               "url": "https://help.example.com/vpn"
                     *             }
                     *           ],
                     *           "passages_cut": 0,
                     *           "policy": [
                     *             {
                     *               "agent": "network",
                     *               "threshold": 0.75,
                     *               "wrong_share": 0.03
                     *             }
                     *           ],
                     *           "prompt_hash": "…",
                     *           "prompt_tokens": 0,
                     *           "question": "не работает vpn",
                     *           "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                     *           "route": {
                     *             "access": 0.11,
                     *             "network": 0.86,
                     *             "security": 0.03
                     *           },
                     *           "seed": 1,
                     *           "stage_ms": {
                     *             "routing": 62.5,
                     *             "understanding": 4.1,
                     *             "writing": 1840
                     *           },
                     *           "steps": [
                     *             {
                     *               "step": "mixed_script",
                     *               "text": "не работает vpn"
                     *             }
                     *           ],
                     *           "template": "answer@2",
                     *           "trouble": "loading",
                     *           "turns_cut": 0
                     *         },
                     *         "text": "…"
                     *       },
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "failure": "late",
                     *       "found": {
                     *         "adapter": "network@3",
                     *         "agent": "network",
                     *         "agents": [
                     *           "network"
                     *         ],
                     *         "answer_tokens": 0,
                     *         "asked": [
                     *           "yt hf,jnftn dgy"
                     *         ],
                     *         "backend": "local",
                     *         "calibration": "2026-11-25-demo-691",
                     *         "confidence": 0.82,
                     *         "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "embedding_model": "frida",
                     *         "groundedness": 0.97,
                     *         "handoff_reason": "requested",
                     *         "knowledge_version": 12,
                     *         "language": "ru",
                     *         "logs_url": "https://grafana.example.com/d/otvet-logs?var-request_id=…",
                     *         "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "model": "qwen3-4b",
                     *         "outcome": "answered",
                     *         "passages": [
                     *           {
                     *             "agent": "network",
                     *             "cited": [
                     *               1
                     *             ],
                     *             "dense": 0.71,
                     *             "document_id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "lexical": 0.71,
                     *             "passage_id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "reranked": 1,
                     *             "score": 0.71,
                     *             "text": "…",
                     *             "title": "VPN › Ошибка 809",
                     *             "url": "https://help.example.com/vpn"
                     *           }
                     *         ],
                     *         "passages_cut": 0,
                     *         "policy": [
                     *           {
                     *             "agent": "network",
                     *             "threshold": 0.75,
                     *             "wrong_share": 0.03
                     *           }
                     *         ],
                     *         "prompt_hash": "…",
                     *         "prompt_tokens": 0,
                     *         "question": "не работает vpn",
                     *         "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
                     *         "route": {
                     *           "access": 0.11,
                     *           "network": 0.86,
                     *           "security": 0.03
                     *         },
                     *         "seed": 1,
                     *         "stage_ms": {
                     *           "routing": 62.5,
                     *           "understanding": 4.1,
                     *           "writing": 1840
                     *         },
                     *         "steps": [
                     *           {
                     *             "step": "mixed_script",
                     *             "text": "не работает vpn"
                     *           }
                     *         ],
                     *         "template": "answer@2",
                     *         "trouble": "loading",
                     *         "turns_cut": 0
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "answer",
                     *       "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "state": "pending"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TrialInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly verdict_api_v1_trials__trial_id__verdict_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly trial_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "comment": "…",
                 *       "decision": "sent",
                 *       "reason": "wrong",
                 *       "text": "Не подключается VPN"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DraftVerdict"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly examples_api_v1_trials_examples_get: {
        readonly parameters: {
            readonly query: {
                readonly site_id: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description ``GET /trials/examples``: what may be asked of a site's agents, to begin with. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agent": "network",
                     *           "questions": [
                     *             "…"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TrialExamples"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description The operator's own views and those shared with them, by name. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "filters": {
                     *             "agent": "network",
                     *             "assigned": "me",
                     *             "labels": [
                     *               "01935f2a-7c40-7000-8000-000000000001"
                     *             ],
                     *             "q": "",
                     *             "rating": "up",
                     *             "scores": [
                     *               1
                     *             ],
                     *             "since": "2026-11-26T09:30:00Z",
                     *             "site": "01935f2a-7c40-7000-8000-000000000001",
                     *             "status": [
                     *               "agent"
                     *             ],
                     *             "unread": false,
                     *             "until": "2026-11-26T09:30:00Z",
                     *             "waiting_over": 0
                     *           },
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "name": "…",
                     *           "owner_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "owner_name": "…",
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ViewList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "filters": {
                 *         "agent": "network",
                 *         "assigned": "me",
                 *         "labels": [
                 *           "01935f2a-7c40-7000-8000-000000000001"
                 *         ],
                 *         "q": "",
                 *         "rating": "up",
                 *         "scores": [
                 *           1
                 *         ],
                 *         "since": "2026-11-26T09:30:00Z",
                 *         "site": "01935f2a-7c40-7000-8000-000000000001",
                 *         "status": [
                 *           "agent"
                 *         ],
                 *         "unread": false,
                 *         "until": "2026-11-26T09:30:00Z",
                 *         "waiting_over": 0
                 *       },
                 *       "name": "…",
                 *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ViewPut"];
            };
        };
        readonly responses: {
            /** @description Filters under a name. With ``site_id`` it is shared with that site's people. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "filters": {
                     *         "agent": "network",
                     *         "assigned": "me",
                     *         "labels": [
                     *           "01935f2a-7c40-7000-8000-000000000001"
                     *         ],
                     *         "q": "",
                     *         "rating": "up",
                     *         "scores": [
                     *           1
                     *         ],
                     *         "since": "2026-11-26T09:30:00Z",
                     *         "site": "01935f2a-7c40-7000-8000-000000000001",
                     *         "status": [
                     *           "agent"
                     *         ],
                     *         "unread": false,
                     *         "until": "2026-11-26T09:30:00Z",
                     *         "waiting_over": 0
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "name": "…",
                     *       "owner_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "owner_name": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ViewInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "filters": {
                 *         "agent": "network",
                 *         "assigned": "me",
                 *         "labels": [
                 *           "01935f2a-7c40-7000-8000-000000000001"
                 *         ],
                 *         "q": "",
                 *         "rating": "up",
                 *         "scores": [
                 *           1
                 *         ],
                 *         "since": "2026-11-26T09:30:00Z",
                 *         "site": "01935f2a-7c40-7000-8000-000000000001",
                 *         "status": [
                 *           "agent"
                 *         ],
                 *         "unread": false,
                 *         "until": "2026-11-26T09:30:00Z",
                 *         "waiting_over": 0
                 *       },
                 *       "name": "…",
                 *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ViewPut"];
            };
        };
        readonly responses: {
            /** @description Filters under a name. With ``site_id`` it is shared with that site's people. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "filters": {
                     *         "agent": "network",
                     *         "assigned": "me",
                     *         "labels": [
                     *           "01935f2a-7c40-7000-8000-000000000001"
                     *         ],
                     *         "q": "",
                     *         "rating": "up",
                     *         "scores": [
                     *           1
                     *         ],
                     *         "since": "2026-11-26T09:30:00Z",
                     *         "site": "01935f2a-7c40-7000-8000-000000000001",
                     *         "status": [
                     *           "agent"
                     *         ],
                     *         "unread": false,
                     *         "until": "2026-11-26T09:30:00Z",
                     *         "waiting_over": 0
                     *       },
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "name": "…",
                     *       "owner_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "owner_name": "…",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ViewInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description A file of a message; pictures have a size in pixels. Fetched over HTTP, with the token. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "height": 1,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "name": "…",
                     *       "size": 1,
                     *       "type": "image/png",
                     *       "width": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Attachment"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly command_api_v1_visitor_commands_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "data": {
                 *         "client_message_id": "c7d1f0a2b3e4",
                 *         "text": "Не открывается почта"
                 *       },
                 *       "event": "message.send"
                 *     }
                 */
                readonly "application/json": components["schemas"]["VisitorCommand"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "ok": true,
                     *       "seq": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MessageSendAck"] | components["schemas"]["AckOk"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "client_message_id": "01935f2a-7c40-7000-8000-0000000000c1",
                 *       "email": "anna@example.com",
                 *       "phone": "+7 900 123-45-67",
                 *       "text": "…"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ContactLeave"];
            };
        };
        readonly responses: {
            /** @description The contact is kept, and the message is with the broker. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "seq": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ContactLeft"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly state_api_v1_visitor_conversation_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who has the floor, as both sides see it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "eta_seconds": 1,
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "operator_name": "…",
                     *       "position": 1,
                     *       "status": "agent"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConversationState"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly conversations_api_v1_visitor_conversations_get: {
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
            /** @description ``GET /visitor/conversations``: newest first; ``next`` is the ``before`` of the next page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "is_current": true,
                     *           "question": "VPN не подключается, ошибка 809",
                     *           "score": 1,
                     *           "status": "agent",
                     *           "updated_at": "2026-11-26T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OwnConversationPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly begin_api_v1_visitor_conversations_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "locale": "ru",
                 *       "page": {
                 *         "browser": "…",
                 *         "locale": "ru-RU",
                 *         "referrer": "…",
                 *         "title": "…",
                 *         "url": "…"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ConversationBegin"];
            };
        };
        readonly responses: {
            /** @description A visitor's key to one conversation. ``cursor`` is null before the first snapshot. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "cursor": "9f3a1c7e5b2d8046:42",
                     *       "expires_in": 1,
                     *       "settings": {
                     *         "agents": [
                     *           {
                     *             "name": "…",
                     *             "slug": "…"
                     *           }
                     *         ],
                     *         "examples": [
                     *           "…"
                     *         ],
                     *         "greeting": "…",
                     *         "hours": {
                     *           "periods": [
                     *             {
                     *               "end": "2026-11-26T09:30:00Z",
                     *               "start": "2026-11-26T09:30:00Z"
                     *             }
                     *           ],
                     *           "zone": "…",
                     *           "zone_name": "…"
                     *         },
                     *         "locale": "ru",
                     *         "look": {
                     *           "accent": "…",
                     *           "icon": "bubble",
                     *           "label": {},
                     *           "logo": true,
                     *           "side": "left",
                     *           "theme": "auto"
                     *         },
                     *         "placeholder": "…",
                     *         "site_name": "…",
                     *         "text_limit": 1,
                     *         "title": "…",
                     *         "transport": {
                     *           "kind": "socket"
                     *         },
                     *         "uploads": true
                     *       },
                     *       "token": "…",
                     *       "visitor_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorSession"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly file_api_v1_visitor_conversations__conversation_id__attachments__attachment_id__get: {
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
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly messages_api_v1_visitor_conversations__conversation_id__messages_get: {
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
            /** @description Messages as their visitor sees them; ``ratings`` are the thumbs they gave to these. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "has_more": true,
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "attachments": [
                     *             {
                     *               "height": 1,
                     *               "id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "name": "…",
                     *               "size": 1,
                     *               "type": "image/png",
                     *               "width": 1
                     *             }
                     *           ],
                     *           "choices": [
                     *             "…"
                     *           ],
                     *           "citations": [
                     *             {
                     *               "n": 1,
                     *               "quote": "…",
                     *               "title": "…",
                     *               "url": "…"
                     *             }
                     *           ],
                     *           "client_message_id": "…",
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "operator_name": "…",
                     *           "outcome": "answered",
                     *           "sender": "visitor",
                     *           "seq": 1,
                     *           "text": "…",
                     *           "trouble": "loading"
                     *         }
                     *       ],
                     *       "ratings": [
                     *         {
                     *           "comment": "…",
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "rating": "up"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorMessagePage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly erase_api_v1_visitor_erasure_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An export or an erasure. ``counts`` are rows by what they are. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "archive_ready": false,
                     *       "counts": {
                     *         "conversations": 2,
                     *         "messages": 31
                     *       },
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "expires_at": "2026-11-26T09:30:00Z",
                     *       "finished_at": "2026-11-26T09:30:00Z",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "export",
                     *       "requested_by": "Анна Демченко",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "size": 0,
                     *       "state": "pending",
                     *       "visitor_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorRequestInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly events_api_v1_visitor_events_get: {
        readonly parameters: {
            readonly query?: {
                /** @description Of the answer before; one that does not hold is none. */
                readonly cursor?: string | null;
                /** @description Seconds, if nothing came. */
                readonly wait?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What came after a cursor, in its order, and the cursor to go on with. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cursor": "9f3a1c7e5b2d8046:42",
                     *       "events": [
                     *         {
                     *           "data": {
                     *             "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *             "cursor": "9f3a1c7e5b2d8046:42",
                     *             "status": "waiting"
                     *           },
                     *           "event": "conversation.status"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorEvents"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``GET /visitor/look``: what the launcher needs before anybody has opened it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accent": "…",
                     *       "icon": "bubble",
                     *       "label": {},
                     *       "logo": true,
                     *       "side": "left",
                     *       "theme": "auto"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WidgetLook"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description Messages as their visitor sees them; ``ratings`` are the thumbs they gave to these. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "has_more": true,
                     *       "items": [
                     *         {
                     *           "agent": "…",
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "attachments": [
                     *             {
                     *               "height": 1,
                     *               "id": "01935f2a-7c40-7000-8000-000000000001",
                     *               "name": "…",
                     *               "size": 1,
                     *               "type": "image/png",
                     *               "width": 1
                     *             }
                     *           ],
                     *           "choices": [
                     *             "…"
                     *           ],
                     *           "citations": [
                     *             {
                     *               "n": 1,
                     *               "quote": "…",
                     *               "title": "…",
                     *               "url": "…"
                     *             }
                     *           ],
                     *           "client_message_id": "…",
                     *           "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "operator_name": "…",
                     *           "outcome": "answered",
                     *           "sender": "visitor",
                     *           "seq": 1,
                     *           "text": "…",
                     *           "trouble": "loading"
                     *         }
                     *       ],
                     *       "ratings": [
                     *         {
                     *           "comment": "…",
                     *           "message_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "rating": "up"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorMessagePage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
                /**
                 * @example {
                 *       "identity": "…",
                 *       "locale": "ru",
                 *       "page": {
                 *         "browser": "…",
                 *         "locale": "ru-RU",
                 *         "referrer": "…",
                 *         "title": "…",
                 *         "url": "…"
                 *       },
                 *       "site_key": "shop-3f2a9c7b1d4e"
                 *     }
                 */
                readonly "application/json": components["schemas"]["VisitorSessionRequest"];
            };
        };
        readonly responses: {
            /** @description A visitor's key to one conversation. ``cursor`` is null before the first snapshot. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "cursor": "9f3a1c7e5b2d8046:42",
                     *       "expires_in": 1,
                     *       "settings": {
                     *         "agents": [
                     *           {
                     *             "name": "…",
                     *             "slug": "…"
                     *           }
                     *         ],
                     *         "examples": [
                     *           "…"
                     *         ],
                     *         "greeting": "…",
                     *         "hours": {
                     *           "periods": [
                     *             {
                     *               "end": "2026-11-26T09:30:00Z",
                     *               "start": "2026-11-26T09:30:00Z"
                     *             }
                     *           ],
                     *           "zone": "…",
                     *           "zone_name": "…"
                     *         },
                     *         "locale": "ru",
                     *         "look": {
                     *           "accent": "…",
                     *           "icon": "bubble",
                     *           "label": {},
                     *           "logo": true,
                     *           "side": "left",
                     *           "theme": "auto"
                     *         },
                     *         "placeholder": "…",
                     *         "site_name": "…",
                     *         "text_limit": 1,
                     *         "title": "…",
                     *         "transport": {
                     *           "kind": "socket"
                     *         },
                     *         "uploads": true
                     *       },
                     *       "token": "…",
                     *       "visitor_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorSession"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly find_api_v1_visitors_get: {
        readonly parameters: {
            readonly query?: {
                readonly before?: string | null;
                readonly limit?: number;
                readonly text?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Visitors, newest first; ``next`` is the ``before`` of the next page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "conversations": 1,
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "email": "…",
                     *           "external_id": "…",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "last_at": "2026-11-26T09:30:00Z",
                     *           "messages": 1,
                     *           "name": "…",
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…"
                     *         }
                     *       ],
                     *       "next": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly erase_api_v1_visitors__visitor_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly visitor_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An export or an erasure. ``counts`` are rows by what they are. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "archive_ready": false,
                     *       "counts": {
                     *         "conversations": 2,
                     *         "messages": 31
                     *       },
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "expires_at": "2026-11-26T09:30:00Z",
                     *       "finished_at": "2026-11-26T09:30:00Z",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "export",
                     *       "requested_by": "Анна Демченко",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "size": 0,
                     *       "state": "pending",
                     *       "visitor_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorRequestInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly export_api_v1_visitors__visitor_id__export_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly visitor_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An export or an erasure. ``counts`` are rows by what they are. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "archive_ready": false,
                     *       "counts": {
                     *         "conversations": 2,
                     *         "messages": 31
                     *       },
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "expires_at": "2026-11-26T09:30:00Z",
                     *       "finished_at": "2026-11-26T09:30:00Z",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "export",
                     *       "requested_by": "Анна Демченко",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "size": 0,
                     *       "state": "pending",
                     *       "visitor_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorRequestInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly requests_api_v1_visitors_requests_get: {
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
            /** @description Requests, newest first; ``next`` is the ``before`` of the next page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "archive_ready": false,
                     *           "counts": {
                     *             "conversations": 2,
                     *             "messages": 31
                     *           },
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "expires_at": "2026-11-26T09:30:00Z",
                     *           "finished_at": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "kind": "export",
                     *           "requested_by": "Анна Демченко",
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "size": 0,
                     *           "state": "pending",
                     *           "visitor_id": "01935f2a-7c40-7000-8000-000000000001"
                     *         }
                     *       ],
                     *       "next": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorRequestPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly request_api_v1_visitors_requests__request_id__get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly request_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An export or an erasure. ``counts`` are rows by what they are. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "archive_ready": false,
                     *       "counts": {
                     *         "conversations": 2,
                     *         "messages": 31
                     *       },
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "expires_at": "2026-11-26T09:30:00Z",
                     *       "finished_at": "2026-11-26T09:30:00Z",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "kind": "export",
                     *       "requested_by": "Анна Демченко",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "size": 0,
                     *       "state": "pending",
                     *       "visitor_id": "01935f2a-7c40-7000-8000-000000000001"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VisitorRequestInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly archive_api_v1_visitors_requests__request_id__archive_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly request_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description ``visitor.json``, ``visitor.md``, files */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/zip": string;
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly webhooks_api_v1_webhooks_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Webhooks of the administrator's sites. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "disabled_reason": "by_hand",
                     *           "enabled": true,
                     *           "events": [
                     *             "conversation.created"
                     *           ],
                     *           "failing_since": "2026-11-26T09:30:00Z",
                     *           "id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "last_at": "2026-11-26T09:30:00Z",
                     *           "last_state": "pending",
                     *           "pending": 0,
                     *           "previous_secret_until": "2026-11-26T09:30:00Z",
                     *           "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "site_name": "…",
                     *           "url": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookList"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly create_api_v1_webhooks_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "events": [
                 *         "conversation.created",
                 *         "handoff.started"
                 *       ],
                 *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                 *       "url": "https://crm.example.com/hooks/otvet"
                 *     }
                 */
                readonly "application/json": components["schemas"]["WebhookCreate"];
            };
        };
        readonly responses: {
            /** @description A webhook with its secret, which is shown this once. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_C2FtcGxlLXNlY3JldC1vZi0zMi1ieXRlcy1vay4uLiE=",
                     *       "webhook": {
                     *         "created_at": "2026-11-26T09:30:00Z",
                     *         "disabled_reason": "by_hand",
                     *         "enabled": true,
                     *         "events": [
                     *           "conversation.created"
                     *         ],
                     *         "failing_since": "2026-11-26T09:30:00Z",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "last_at": "2026-11-26T09:30:00Z",
                     *         "last_state": "pending",
                     *         "pending": 0,
                     *         "previous_secret_until": "2026-11-26T09:30:00Z",
                     *         "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "site_name": "…",
                     *         "url": "…"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly delete_api_v1_webhooks__webhook_id__delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhook_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly change_api_v1_webhooks__webhook_id__patch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhook_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "enabled": true,
                 *       "events": [
                 *         "conversation.created",
                 *         "handoff.started"
                 *       ],
                 *       "url": "https://crm.example.com/hooks/otvet"
                 *     }
                 */
                readonly "application/json": components["schemas"]["WebhookPatch"];
            };
        };
        readonly responses: {
            /** @description A webhook without its secret. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "disabled_reason": "by_hand",
                     *       "enabled": true,
                     *       "events": [
                     *         "conversation.created"
                     *       ],
                     *       "failing_since": "2026-11-26T09:30:00Z",
                     *       "id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "last_at": "2026-11-26T09:30:00Z",
                     *       "last_state": "pending",
                     *       "pending": 0,
                     *       "previous_secret_until": "2026-11-26T09:30:00Z",
                     *       "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "site_name": "…",
                     *       "url": "…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deliveries_api_v1_webhooks__webhook_id__deliveries_get: {
        readonly parameters: {
            readonly query?: {
                readonly before?: number | null;
                readonly limit?: number;
                readonly state?: components["schemas"]["DeliveryState"] | null;
            };
            readonly header?: never;
            readonly path: {
                readonly webhook_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deliveries of a webhook, newest first; ``next`` is the ``before`` of the next page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "attempts": 1,
                     *           "body": "…",
                     *           "created_at": "2026-11-26T09:30:00Z",
                     *           "event_id": "01935f2a-7c40-7000-8000-000000000001",
                     *           "next_at": "2026-11-26T09:30:00Z",
                     *           "state": "pending",
                     *           "tries": [
                     *             {
                     *               "at": "2026-11-26T09:30:00Z",
                     *               "excerpt": "",
                     *               "latency_ms": 1,
                     *               "status": 1,
                     *               "trouble": "address_refused"
                     *             }
                     *           ],
                     *           "type": "conversation.created"
                     *         }
                     *       ],
                     *       "next": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly redeliver_api_v1_webhooks__webhook_id__deliveries__event_id__post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly event_id: string;
                readonly webhook_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly rotate_api_v1_webhooks__webhook_id__secret_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhook_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A webhook with its secret, which is shown this once. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_C2FtcGxlLXNlY3JldC1vZi0zMi1ieXRlcy1vay4uLiE=",
                     *       "webhook": {
                     *         "created_at": "2026-11-26T09:30:00Z",
                     *         "disabled_reason": "by_hand",
                     *         "enabled": true,
                     *         "events": [
                     *           "conversation.created"
                     *         ],
                     *         "failing_since": "2026-11-26T09:30:00Z",
                     *         "id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "last_at": "2026-11-26T09:30:00Z",
                     *         "last_state": "pending",
                     *         "pending": 0,
                     *         "previous_secret_until": "2026-11-26T09:30:00Z",
                     *         "site_id": "01935f2a-7c40-7000-8000-000000000001",
                     *         "site_name": "…",
                     *         "url": "…"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly test_api_v1_webhooks__webhook_id__test_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhook_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An event on its way to a webhook, with its newest attempts (10 at most). */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "body": "…",
                     *       "created_at": "2026-11-26T09:30:00Z",
                     *       "event_id": "01935f2a-7c40-7000-8000-000000000001",
                     *       "next_at": "2026-11-26T09:30:00Z",
                     *       "state": "pending",
                     *       "tries": [
                     *         {
                     *           "at": "2026-11-26T09:30:00Z",
                     *           "excerpt": "",
                     *           "latency_ms": 1,
                     *           "status": 1,
                     *           "trouble": "address_refused"
                     *         }
                     *       ],
                     *       "type": "conversation.created"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryInfo"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``/healthz`` and ``/readyz``; ``parts`` names what is up and what is not. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "parts": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 503: components["responses"]["Unavailable"];
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
            /** @description ``/healthz`` and ``/readyz``; ``parts`` names what is up and what is not. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "parts": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["InvalidInput"];
            readonly 401: components["responses"]["NotAuthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["TooSlow"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 429: components["responses"]["RateLimited"];
            /** @description ``/healthz`` and ``/readyz``; ``parts`` names what is up and what is not. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "parts": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
}
