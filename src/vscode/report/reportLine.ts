/** A line of the report, and the file it is about, for a link on its path. */
export interface ReportLine {
  readonly text: string;
  readonly path?: string;
  /** The characters of the line that are the path; from 2 to its end when not said. */
  readonly linkStart?: number;
  readonly linkEnd?: number;
}
