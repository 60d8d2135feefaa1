/** Runs one task of this name at a time in all tabs of the browser. */
export async function exclusive<T>(name: string, task: () => Promise<T>): Promise<T> {
  // Web Locks need a secure context; over plain http from another machine there are none.
  if (!("locks" in navigator)) return task();
  return await navigator.locks.request(name, task);
}
