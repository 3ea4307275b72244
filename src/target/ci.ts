/** Features of the surrounding CI system. */
export interface Ci {
  /** GitHub's step summary file (Markdown). */
  readonly summaryFile: string | undefined
  /** True if output lines may be annotations (GitHub's workflow commands). */
  readonly annotates: boolean
  /** True if this is a CI machine. */
  readonly isCi: boolean
}

/** Variables of CI systems that do not set CI=true: Jenkins, Azure Pipelines, TeamCity. */
const signs = ['JENKINS_URL', 'TF_BUILD', 'TEAMCITY_VERSION']

/** @param environment default: that of the process */
export function surroundingCi(environment: Readonly<Record<string, string | undefined>> = process.env): Ci {
  return {
    summaryFile: environment.GITHUB_STEP_SUMMARY || undefined,
    annotates: environment.GITHUB_ACTIONS === 'true',
    isCi: !/^(|false|0)$/i.test(environment.CI ?? '') || signs.some((name) => environment[name]),
  }
}
