import { expect, test } from 'vitest'
import { idsInShort } from '../../src/report/grouped.ts'
import type { ReportedRequirement } from '../../src/report/report.ts'

const reported = (ids: string) => ids.split(' ').map((id) => ({ id }) as ReportedRequirement)
const all = reported('LOCK-01 ADMIN-10 ADMIN-01 ADMIN-02 ADMIN-04 ADMIN-05 ADMIN-110 CREATE-01 CREATE-02')

test.each([
  ['ADMIN-01', 'ADMIN-01'],
  ['ADMIN-02 ADMIN-01', 'ADMIN-01, ADMIN-02'],
  ['ADMIN-01 ADMIN-02 ADMIN-04', 'ADMIN-01 to -04'],
  ['ADMIN-110 ADMIN-10 ADMIN-05', 'ADMIN-05 to -110'],
  ['ADMIN-01 ADMIN-02 ADMIN-05', 'ADMIN-01, ADMIN-02, ADMIN-05'],
  ['LOCK-01 CREATE-02 CREATE-01', 'CREATE-01, CREATE-02, LOCK-01'],
])('%s is written as %s', (ids, short) => {
  expect(idsInShort(reported(ids), all)).toBe(short)
})
