import { requirements } from '../src/judge/requirement.ts'
import type { Fault } from './fault.ts'

export interface KillMatrix {
  readonly totals: {
    readonly requirements: number
    readonly faults: number
    readonly kills: number
    /** Requirements that only one fault breaks. */
    readonly onceOnly: number
    readonly reallyHappened: number
  }
  readonly chapters: readonly {
    readonly chapter: string
    readonly requirements: readonly {
      readonly id: string
      readonly level: string
      readonly sentence: string
      readonly faults: readonly string[]
    }[]
  }[]
  readonly faults: readonly {
    readonly id: string
    readonly does: string
    readonly release?: string
    readonly origin?: string
    readonly breaks: readonly string[]
  }[]
}

/**
 * Returns which fault breaks which requirement, as stated by the faults; `npm run test:all` verifies the statements.
 */
export function killMatrix(stated: readonly Fault[], remedies: readonly Fault[]): KillMatrix {
  const all = [...stated, ...remedies]
  const rows = requirements.map(({ id, level, sentence, chapter }) => ({
    chapter,
    row: { id, level, sentence, faults: all.filter(({ breaks }) => breaks.includes(id)).map((fault) => fault.id) },
  }))
  return {
    totals: {
      requirements: requirements.length,
      faults: stated.length,
      kills: stated.reduce((sum, { breaks }) => sum + breaks.length, 0),
      onceOnly: rows.filter(({ row }) => row.faults.length === 1).length,
      reallyHappened: stated.filter(({ origin }) => origin).length,
    },
    chapters: [...new Set(rows.map(({ chapter }) => chapter))].map((chapter) => ({
      chapter,
      requirements: rows.filter((entry) => entry.chapter === chapter).map(({ row }) => row),
    })),
    faults: all.map(({ id, does, release, origin, breaks }) => ({
      id,
      does,
      ...(release ? { release } : {}),
      ...(origin ? { origin } : {}),
      breaks,
    })),
  }
}
