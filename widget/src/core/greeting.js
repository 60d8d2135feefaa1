/**
 * A greeting often begins with a short hello: that one is the heading, the rest goes under it.
 *
 * @param {string} greeting
 * @param {string} hello The heading for a greeting without one.
 * @returns {[string, string]}
 */
export function splitGreeting(greeting, hello) {
  const match = /^([^.!?…]{2,32}[.!])\s+(\S[\s\S]*)$/.exec(greeting.trim());
  return match ? [/** @type {string} */ (match[1]), /** @type {string} */ (match[2])] : [hello, greeting];
}
