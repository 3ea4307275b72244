import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type Change, startReference } from '../../reference/index.ts'
import type { Report } from '../../src/report/report.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** A few chapters that register, log in and change accounts. */
const chapters = ['CREATE', 'PROFILE', 'TOKEN']

/** Runs the suite on a shop with these changes. */
export async function run(
  changes: Change[],
  environment: Record<string, string> = {},
  settings: Record<string, string> = {},
  { only = chapters, release = '2.4.8-p1' } = {},
) {
  const shop = await startReference({ release, changes, settings })
  open.push(shop.close)
  const folder = newFolder()
  const ended = await contractHere(['--out', folder, ...only.flatMap((one) => ['--only', one])], {
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: release,
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    ...environment,
  })
  const read = (): Report => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  return { ...ended, report: ended.stdout.includes('conformant:') ? read() : undefined }
}

type Ended = Awaited<ReturnType<typeof run>>

export const causes = ({ report }: Ended) => report?.setup?.map(({ cause, effect }) => `${cause} ${effect}`) ?? []

export const having = ({ report }: Ended, ...verdicts: string[]) =>
  report?.requirements.filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id)

export const red = (ended: Ended) => having(ended, 'fail', 'blocked', 'error')

/** A Maildir that receives the shop's mails. @param delay in seconds; with an infinite delay no mail arrives */
export function maildir(delay: number, changed = (html: string) => html, copies = 1): { url: string; change: Change } {
  const folder = newFolder()
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(folder, name))
  let count = 0
  const change: Change = ({ services }) => {
    const { sendMail } = services
    services.sendMail = (to, subject, html) => {
      const text = `From: shop@example.com\nTo: ${to}\nSubject: ${subject}\nDate: ${new Date().toUTCString()}\nContent-Type: text/html\n\n${changed(html)}\n`
      const arrive = () => {
        for (let copy = 0; copy < copies; copy++)
          writeFileSync(join(folder, 'new', `${Date.now()}.${++count}.host`), text)
      }
      if (delay === 0) arrive()
      else if (Number.isFinite(delay)) {
        const timer = setTimeout(arrive, delay * 1000)
        open.push(() => clearTimeout(timer))
      }
      return sendMail(to, subject, html)
    }
  }
  return { url: `maildir:${folder}`, change }
}
