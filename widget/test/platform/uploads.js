/** Files of messages, as the platform keeps them. */
import { randomUUID } from "node:crypto";

const PATH = "/api/v1/visitor/attachments";
const ELSEWHERE = /^\/api\/v1\/visitor\/conversations\/[^/]+\/attachments\//;

export class Uploads {
  /** @type {Map<string, { attachment: any, content: Buffer }>} */ kept = new Map();
  /** May refuse a file: `[status, body]`. @type {(name: string) => [number, any] | undefined} */
  refuse = () => undefined;

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {URL} url
   * @param {import("node:http").ServerResponse} response
   * @returns {Promise<boolean>} It was about a file.
   */
  async serve(request, url, response) {
    if (!url.pathname.startsWith(PATH) && !ELSEWHERE.test(url.pathname)) return false;
    if (!/^Bearer ./.test(request.headers.authorization ?? "")) {
      response.writeHead(401).end();
      return true;
    }
    if (request.method === "GET") {
      const found = this.kept.get(url.pathname.split("/").at(-1) ?? "");
      // As LocalStack's API Gateway does: bytes only to who asks for bytes.
      const content = request.headers.accept === "*/*" ? found?.content.toString("base64") : found?.content;
      if (found) response.writeHead(200, { "content-type": found.attachment.type }).end(content);
      else response.writeHead(404).end();
      return true;
    }
    const name = url.searchParams.get("name") ?? "";
    const parts = [];
    for await (const part of request) parts.push(part);
    const refusal = this.refuse(name);
    response.setHeader("content-type", "application/json");
    if (refusal) {
      response.writeHead(refusal[0]).end(JSON.stringify(refusal[1]));
      return true;
    }
    const content = Buffer.concat(parts);
    const picture = name.endsWith(".png") ? { type: "image/png", width: 2, height: 1 } : { type: "text/plain" };
    const attachment = { id: randomUUID(), name, size: content.length, ...picture };
    this.kept.set(attachment.id, { attachment, content });
    response.end(JSON.stringify(attachment));
    return true;
  }

  /** @param {string[]} [ids] */
  named(ids = []) {
    return ids.map((id) => this.kept.get(id)?.attachment);
  }
}
