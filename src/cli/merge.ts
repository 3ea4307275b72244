import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { consoleMerged } from '../report/merge/console.ts'
import { mergedFormats } from '../report/merge/formats.ts'
import { mergedFromJson } from '../report/merge/json.ts'
import { mergedOf, type Named } from '../report/merge/merge.ts'
import type { Report } from '../report/report.ts'
import { calledAs } from '../shared/command.ts'
import { visible } from '../shared/text.ts'
import { UsageError } from '../target/settings.ts'
import { isColoured } from '../target/terminal.ts'
import { readFleet } from './fleet/read.ts'
import { makeFolder, writePieces } from './folder.ts'
import { formatNamed } from './format.ts'
import type { Flags } from './options.ts'
import { readDocument, readReport } from './read-file.ts'

/**
 * Merges the reports of many shops, prints the result, and writes all formats to the folder of --out.
 * @returns 0 for any result
 */
export async function mergeCommand(flags: Flags, files: readonly string[]): Promise<number> {
  const { out, since, fleet } = flags
  if (files.length === 0)
    throw new UsageError(`report merge takes reports: ${calledAs} report merge reports/*/report.json --out reports`)
  const format = flags.format === undefined ? undefined : formatNamed(mergedFormats, flags.format)
  const older = since === undefined ? undefined : readDocument(since, 'compared', mergedFromJson)
  const shops = fleet === undefined ? [] : readFleet(fleet).shops
  // Recordings are dropped, because those of a hundred reports exceed the memory.
  const reports = files.map((file): Named => {
    const { recording: _, ...report } = readReport(file)
    return { name: nameOf(file, report, shops), report, page: pageBeside(file, out) }
  })
  const merged = mergedOf(distinct(reports), older)
  if (out !== undefined) {
    makeFolder(out)
    for (const { file, render } of Object.values(mergedFormats)) if (file) writePieces(out, file, render(merged))
  }
  if (format) for (const text of format.render(merged)) process.stdout.write(text)
  else {
    const place = out === undefined ? [] : ['', `reports  ${visible(join(out, '/'))}: ${writtenFiles.join(', ')}`]
    const told = consoleMerged(merged, { coloured: isColoured(process.stdout), width: process.stdout.columns })
    console.log([told, ...place].join('\n'))
  }
  return 0
}

const writtenFiles = Object.values(mergedFormats).flatMap(({ file }) => file ?? [])

/** Returns the name from the fleet file by URL and store view, else that of the report's folder, else the host. */
function nameOf(file: string, { target }: Report, shops: ReturnType<typeof readFleet>['shops']): string {
  const listed = shops.find(
    ({ settings: { MAGENTO_BASE_URL: url = '', MAGENTO_STORE_CODE: store = 'default' } }) =>
      url.replace(/\/+$/, '') === target.url && store === target.store,
  )
  if (listed) return listed.name
  const folder = basename(dirname(resolve(file)))
  if (basename(file) === 'report.json' && folder !== 'reports') return folder
  return URL.canParse(target.url) ? new URL(target.url).host : target.url
}

/** Numbers names that occur several times. */
function distinct(reports: readonly Named[]): Named[] {
  const taken = new Map<string, number>()
  return reports.map((one) => {
    const count = (taken.get(one.name) ?? 0) + 1
    taken.set(one.name, count)
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` }
  })
}

/** Returns the path of the report's HTML page, relative to the merged one. */
function pageBeside(file: string, out: string | undefined): string | undefined {
  const page = join(dirname(file), 'report.html')
  if (out === undefined || !existsSync(page)) return undefined
  return relative(resolve(out), resolve(page)).split(/[\\/]/).map(encodeURIComponent).join('/')
}
