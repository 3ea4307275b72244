/** The outputs that the surrounding CI system offers. */
export interface Ci {
  /** The file in which GitHub actions gather what a step says of itself, as Markdown. */
  readonly summaryFile: string | undefined
  /** Whether lines of the output are shown as annotations (GitHub's workflow commands). */
  readonly annotates: boolean
  /** Whether there is one at all. */
  readonly isCi: boolean
}

/** What tells a CI that does not set CI=true: Jenkins, Azure Pipelines, TeamCity. */
const signs = ['JENKINS_URL', 'TF_BUILD', 'TEAMCITY_VERSION']

/** @param environment of the process, unless told */
export function surroundingCi(environment: Readonly<Record<string, string | undefined>> = process.env): Ci {
  return {
    summaryFile: environment.GITHUB_STEP_SUMMARY || undefined,
    annotates: environment.GITHUB_ACTIONS === 'true',
    isCi: !/^(|false|0)$/i.test(environment.CI ?? '') || signs.some((name) => environment[name]),
  }
}
