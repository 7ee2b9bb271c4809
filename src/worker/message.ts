/**
 * A question of the protocol: what is sent and what comes back, known by its method. The types of the library that sends it would do as
 * well, but to load that takes a fifth of the extension's activation, long before anything is asked.
 */
export interface Request<Sent, Answer> {
  readonly method: string;
  /** Never there: it keeps the types. */
  readonly types?: (sent: Sent) => Answer;
}

/** The same of which no answer comes. */
export interface Notification<Sent> {
  readonly method: string;
  readonly types?: (sent: Sent) => void;
}

export function request<Sent, Answer>(method: string): Request<Sent, Answer> {
  return { method };
}

export function notification<Sent>(method: string): Notification<Sent> {
  return { method };
}
