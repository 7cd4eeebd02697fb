import { language, t } from "../text/t";
import type { Problem } from "./types";

// What the server refused, with a sentence for the user.
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly key: string,
    readonly sentence: string,
    readonly reference?: string,
  ) {
    super(sentence);
  }
}

export type Answer<Body> = { body: Body; etag: string | null };
export type Query = Record<string, string | number | null | undefined>;
type Options = { etag?: string | null; version?: number; signal?: AbortSignal };

let csrf = "";
let onSignedOut = () => {};

export const keepCsrf = (token: string) => void (csrf = token);
export const whenSignedOut = (listener: () => void) => void (onSignedOut = listener);

export function address(path: string, query: Query = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== "") words.set(name, String(value));
  const text = words.toString();
  return `/api/v1${path}${text ? `?${text}` : ""}`;
}

async function failure(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  return new ApiError(response.status, problem?.key ?? "unknown", problem?.detail ?? t("ui.error.status", response.status), problem?.reference);
}

export async function send<Body>(method: string, path: string, content: BodyInit | object | undefined, options: Options = {}): Promise<Answer<Body>> {
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language() };
  if (method !== "GET") headers["X-CSRF-Token"] = csrf;
  const etag = options.etag ?? (options.version === undefined ? null : `"${options.version}"`);
  if (etag) headers["If-Match"] = etag;
  const is_bytes = typeof content === "string" || content instanceof Blob || content instanceof ArrayBuffer;
  if (content !== undefined) headers["Content-Type"] = is_bytes ? "application/octet-stream" : "application/json";
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: content === undefined ? null : is_bytes ? (content as BodyInit) : JSON.stringify(content),
      credentials: "same-origin",
      signal: options.signal ?? null,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(0, "unreachable", t("ui.error.unreachable"));
  }
  if (!response.ok) {
    const error = await failure(response);
    if (error.status === 401 && error.key === "not_signed_in") onSignedOut();
    throw error;
  }
  const body = response.status === 204 ? undefined : await response.json();
  return { body: body as Body, etag: response.headers.get("ETag") };
}

// Sends a document and tells how much of it has gone; fetch cannot say that.
export function upload<Body>(path: string, query: Query, content: Blob, onSent: (share: number) => void, signal: AbortSignal): Promise<Body> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path, query));
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", language());
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-CSRF-Token", csrf);
    request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, "unreachable", t("ui.error.unreachable")));
    request.onabort = () => reject(new ApiError(0, "stopped", t("ui.import.stopped")));
    request.onload = () => {
      const answer = new Response(request.response as string, { status: request.status });
      if (answer.ok) return resolve(JSON.parse(request.response as string) as Body);
      void failure(answer).then((error) => {
        if (error.status === 401 && error.key === "not_signed_in") onSignedOut();
        reject(error);
      });
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(content);
  });
}

export const get = async <Body>(path: string, query?: Query, signal?: AbortSignal) =>
  (await send<Body>("GET", address(path, query), undefined, signal ? { signal } : {})).body;
export const getWithTag = <Body>(path: string, query?: Query) => send<Body>("GET", address(path, query), undefined);
export const post = async <Body>(path: string, content?: object, options?: Options) => (await send<Body>("POST", address(path), content, options)).body;
export const patch = <Body>(path: string, content: object, options: Options) => send<Body>("PATCH", address(path), content, options);
export const remove = (path: string) => send<void>("DELETE", address(path), undefined);

export async function getText(path: string): Promise<string> {
  const response = await fetch(address(path), { credentials: "same-origin", headers: { "Accept-Language": language() } });
  if (!response.ok) throw await failure(response);
  return response.text();
}

export const sentenceOf = (error: unknown): string => (error instanceof ApiError ? error.sentence : t("ui.error.unexpected"));
