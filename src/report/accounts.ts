import { groupedBy } from '../grouped-by.ts'
import type { Left } from '../perform/clean-up.ts'
import { visible } from './text.ts'

/** What became of the accounts that were made, in one line of a fixed form. @param where the target */
export function accountsLine(created: number, removed: number, left: readonly Left[], where: string): string {
  const reasons = [...groupedBy(left, ({ why }) => why)]
  const why = reasons.map(([reason, accounts]) => (reasons.length === 1 ? reason : `${accounts.length} × ${reason}`))
  const stays = left.length ? ` (on ${where}: ${why.join('; ')})` : ''
  return visible(`created ${created}, removed ${removed}, left ${left.length}${stays}`)
}

/** Every account that stays, with its id, under the reason why it does, and how to get rid of them. @param where the target */
export function leftLines(left: readonly Left[], where: string): string[] {
  if (left.length === 0) return []
  return [...listOfLeft(left), howToRemove(where)]
}

/** Every account that stays, with its id, under the reason why it does. */
function listOfLeft(left: readonly Left[]): string[] {
  return [...groupedBy(left, ({ why }) => why)].flatMap(([why, accounts]) => [
    `${accounts.length} ${accounts.length === 1 ? 'account stays' : 'accounts stay'} on the shop: ${visible(why)}`,
    ...accounts.map((account) => `  ${visible(accountLine(account))}`),
  ])
}

/** How to get rid of them. */
const howToRemove = (where: string) =>
  `To remove what stays: \`npm run contract -- sweep --url ${visible(where)}\` (and --ledger, where it is not reports/ledger.jsonl) with an administrator’s power, or by hand under Customers, All Customers, where each stands under its address.`

const accountLine = ({ email, id }: Left) => (id === undefined ? email : `${email} (id ${id})`)
