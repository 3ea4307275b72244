/** What the CI that a run is part of offers to show. */
export interface Ci {
  /** The file in which GitHub actions gather what a step says of itself, as Markdown. */
  readonly summaryFile: string | undefined
  /** Whether lines of the output are shown as annotations (GitHub's workflow commands). */
  readonly annotates: boolean
}

/** @param environment of the process, unless told */
export function surroundingCi(environment: Readonly<Record<string, string | undefined>> = process.env): Ci {
  return {
    summaryFile: environment.GITHUB_STEP_SUMMARY || undefined,
    annotates: environment.GITHUB_ACTIONS === 'true',
  }
}
