/** A passage of an open document, as a command link names it. Offsets count UTF-16 code units of its text. */
export interface PassageReference {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}
