import { badgeOf, badgeSvg } from './badge.ts'
import { consoleReport } from './console.ts'
import { ctrf } from './ctrf.ts'
import { githubOutput } from './github-output.ts'
import { htmlReport } from './html/report-page.ts'
import { jsonText } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Report } from './report.ts'

export interface Format {
  /** Description in the help text. */
  readonly meaning: string
  /** File name in the report folder; undefined for formats that are only printed. */
  readonly file?: string
  /** Returns the text, in chunks if it may be large. */
  readonly render: (report: Report) => Iterable<string>
}

/** The formats of `report --format`. Each is derived from the report alone. */
export const formats = {
  json: { meaning: 'the report itself (schemas/report.schema.json)', file: 'report.json', render: jsonText },
  html: {
    meaning: 'one page for a browser, with every exchange; needs no network',
    file: 'report.html',
    render: htmlReport,
  },
  junit: {
    meaning: 'JUnit XML, for Jenkins, GitLab and GitHub actions',
    file: 'junit.xml',
    render: (report) => [`${junit(report)}\n`],
  },
  ctrf: { meaning: 'CTRF JSON (ctrf.io)', file: 'ctrf.json', render: (report) => [`${ctrf(report)}\n`] },
  markdown: {
    meaning: 'Markdown, for the summary of a job',
    file: 'summary.md',
    render: (report) => [markdown(report)],
  },
  badge: { meaning: 'a badge, as SVG', file: 'badge.svg', render: (report) => [`${badgeSvg(report)}\n`] },
  'badge-endpoint': {
    meaning: 'a badge, as an endpoint for shields.io',
    file: 'badge.json',
    render: (report) => [`${JSON.stringify(badgeOf(report), null, 2)}\n`],
  },
  'github-output': { meaning: 'outputs of a step of GitHub actions', render: (report) => [githubOutput(report)] },
  console: { meaning: 'what a run prints', render: (report) => [`${consoleReport(report)}\n`] },
} as const satisfies Record<string, Format> as Record<string, Format>
