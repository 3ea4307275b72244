import { operation } from '../../faults/change.ts'
import { withoutService } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal } from '../../reference/index.ts'
import { change, ownOf } from './change-password-changes.faults.ts'

export const changePolicyFaults = faults([
  {
    id: 'new-password-checked-first',
    does: 'the new password is checked before the current one',
    breaks: ['CHANGE-09'],
    change: operation(change, (call, inner, shop) => {
      const own = ownOf(shop, call)
      shop.services.checkNewPassword(String(call.arguments.newPassword), own?.email ?? '')
      return inner(call)
    }),
  },
  {
    id: 'same-password-refused',
    does: 'a new password equal to the current one is rejected',
    breaks: ['CHANGE-10'],
    change: operation(change, (call, inner) => {
      const { currentPassword, newPassword } = call.arguments
      if (currentPassword === newPassword) throw new Refusal(400, 'Choose another password.')
      return inner(call)
    }),
  },
  {
    id: 'change-without-policy',
    does: 'a change accepts any new password',
    breaks: ['CHANGE-13'],
    change: withoutService(change, 'checkNewPassword'),
  },
  {
    id: 'change-takes-letters-alone',
    does: 'a change does not check the character classes',
    breaks: ['CHANGE-14'],
    change: withoutService(change, 'checkPasswordClasses'),
  },
  {
    id: 'change-trims-the-password',
    does: 'a change trims spaces off the new password',
    breaks: ['CHANGE-15'],
    change: operation(change, (call, inner) =>
      inner({ ...call, arguments: { ...call.arguments, newPassword: String(call.arguments.newPassword).trim() } }),
    ),
  },
  {
    id: 'change-cuts-long-passwords',
    does: 'a change cuts a long password to its first 72 characters, as bcrypt does',
    breaks: ['CHANGE-16'],
    change: operation(change, (call, inner) =>
      inner({
        ...call,
        arguments: { ...call.arguments, newPassword: String(call.arguments.newPassword).slice(0, 72) },
      }),
    ),
  },
])
