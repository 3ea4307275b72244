import { calledAs } from '../shared/command.ts'
import { groupedBy } from '../shared/grouped-by.ts'
import { visible } from '../shared/text.ts'
import type { Left } from './clean-up.ts'

/** Returns the numbers of created, removed and left accounts, in one line of a fixed form. @param where the target */
export function accountsLine(created: number, removed: number, left: readonly Left[], where: string): string {
  const reasons = [...groupedBy(left, ({ why }) => why)]
  const why = reasons.map(([reason, accounts]) => (reasons.length === 1 ? reason : `${accounts.length} × ${reason}`))
  const stays = left.length ? ` (on ${where}: ${why.join('; ')})` : ''
  return visible(`created ${created}, removed ${removed}, left ${left.length}${stays}`)
}

/** Groups the accounts that are left by reason, each with its id. */
export function leftByReason(left: readonly Left[]): [why: string, accounts: string[]][] {
  return [...groupedBy(left, ({ why }) => why)].map(([why, accounts]) => [
    `${accounts.length} ${accounts.length === 1 ? 'account stays' : 'accounts stay'} on the shop: ${visible(why)}`,
    accounts.map((account) => visible(accountLine(account))),
  ])
}

/**
 * Returns lines with the accounts that are left, by reason, and how to remove them.
 * @param where the target
 * @param most the maximum number for each reason, and where the others are listed
 */
export function leftLines(left: readonly Left[], where: string, most?: { count: number; rest: string }): string[] {
  if (left.length === 0) return []
  const told = leftByReason(left).flatMap(([why, accounts]) => {
    const more = most ? accounts.length - most.count : 0
    // "1 more" would take as much space as the account itself.
    if (!most || more <= 1) return [why, ...accounts.map((account) => `  ${account}`)]
    const shown = accounts.slice(0, most.count).map((account) => `  ${account}`)
    return [why, ...shown, `  … and ${more} more: ${most.rest}`]
  })
  return [...told, howToRemove(where)]
}

/** Returns how to remove the accounts that are left. */
export const howToRemove = (where: string) =>
  `To remove what stays: \`${calledAs} sweep --url ${visible(where)}\` (with --ledger FILE, where the run’s ledger is not reports/ledger.jsonl) with administrative access, or by hand under Customers, All Customers, where each stands under its address.`

const accountLine = ({ email, id }: Left) => (id === undefined ? email : `${email} (id ${id})`)
