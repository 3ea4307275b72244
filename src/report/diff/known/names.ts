import type { KnownChange } from './known-change.ts'

const missing = /^(create-refused|profile-refused|create\/|update\/)/
const names = /^(validate-names#|create\/\w*name)/

/** Changes of the accepted names and fields of addresses. */
export const nameChanges: readonly KnownChange[] = [
  {
    change: 'missing-name-breaks',
    seen: [
      {
        where: missing,
        place: /^status$/,
        old: /^400 .*is a required value/,
        now: /^500 "Internal Error/,
      },
    ],
  },
  {
    change: 'names-are-checked',
    seen: [{ where: names, place: /^status$/, old: /^200$/, now: /^400 "(First|Middle|Last) Name is not valid!/ }],
  },
  {
    change: 'newline-in-name-is-stored',
    seen: [{ where: /newline/, place: /^status$/, old: /^500 "Internal Error/, now: /^200$/ }],
  },
  {
    change: 'names-with-curly-apostrophes',
    seen: [
      {
        where: /apostrophe|backtick|firstname-unicode/,
        place: /^status$/,
        old: /^400 "(First|Last) Name is not valid!/,
        now: /^200$/,
      },
    ],
  },
  {
    change: 'names-with-ampersands',
    seen: [{ where: /ampersand/, place: /^status$/, old: /^400 "(First|Last) Name is not valid!/, now: /^200$/ }],
  },
  {
    change: 'names-without-quotation-marks',
    seen: [{ where: /quotation/, place: /^status$/, old: /^200$/, now: /^400 "First Name is not valid!/ }],
  },
  {
    change: 'address-texts-are-checked',
    seen: [
      {
        where: /^validate-(address|details)#/,
        place: /^status$/,
        old: /^200$/,
        now: /^400 ".*(Invalid City|Invalid Phone|(First|Last) Name is not valid|Date of Birth should not be greater)/,
      },
    ],
  },
]
