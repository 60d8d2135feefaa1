/** A stand-in for the platform: answers by method and path, and remembers what it was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export function answering(answers: Readonly<Record<string, unknown>>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", (path: string, options: RequestInit = {}) => {
    const method = options.method ?? "GET";
    const plain = path.replace("/api/v1", "").replace(/\?.*/, "");
    const body = typeof options.body === "string" ? (JSON.parse(options.body) as unknown) : undefined;
    asked.push({ method, path: path.replace("/api/v1", ""), body });
    const answer = answers[`${method} ${plain}`];
    const status = answer === undefined ? 404 : 200;
    return Promise.resolve(new Response(JSON.stringify(answer ?? { code: "not_found", message: "нет" }), { status }));
  });
  return asked;
}
