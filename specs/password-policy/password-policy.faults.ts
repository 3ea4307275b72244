import { operation, service } from '../../faults/change.ts'
import { refuse } from '../../faults/changes/registrations.ts'
import { reading } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { Change, Services } from '../../reference/index.ts'
import { wrapOperation } from '../../reference/index.ts'

type Check = (password: string) => void

/** Checks the password of a registration differently; password changes and resets stay unchanged. */
const atRegistration =
  <Name extends 'checkPasswordStrength' | 'checkPasswordClasses' | 'checkPasswordIsNotEmail'>(
    name: Name,
    make: (check: Services[Name]) => Services[Name],
  ): Change =>
  (shop) => {
    const usual = shop.services[name]
    const changed = make(usual)
    wrapOperation(shop, 'customer.create', (call, inner) => {
      shop.services[name] = changed
      try {
        return inner(call)
      } finally {
        shop.services[name] = usual
      }
    })
  }
const strength = (make: (check: Check) => Check) => atRegistration('checkPasswordStrength', make)
const classes = (make: (check: Check) => Check) => atRegistration('checkPasswordClasses', make)

/** A shop that stores and compares a changed password. */
const comparing = (change: (password: string) => string): Change =>
  service(
    'hashPassword',
    (hash) =>
      (password, ...salt) =>
        hash(change(password), ...salt),
  )

const kinds = (password: string, ...patterns: RegExp[]) => patterns.filter((pattern) => pattern.test(password)).length
const tooPoor = (least: unknown = '3') =>
  refuse(
    400,
    'Minimum of different classes of characters in password is %1. Classes of characters: Lower Case, Upper Case, Digits, Special Characters.',
    [least],
  )
const tooLong = (most: number) => refuse(400, 'Please enter a password with at most %1 characters.', [most])

/** A long, valid password of all character classes whose first and last characters are the same. */
const harmless = (password: string) => `${password.at(0) ?? 'x'}Aa1!Aa1!Aa1!Aa1!${password.at(-1) ?? 'x'}`

export const passwordPolicyFaults = faults([
  {
    id: 'length-off-by-one',
    does: 'a password one character too short is accepted',
    breaks: ['POLICY-01', 'POLICY-11', 'POLICY-15'],
    change: strength((check) => (password) => check([...password].length === 7 ? harmless(password) : password)),
  },
  {
    id: 'no-least-length',
    does: 'any password is accepted unless it is empty',
    breaks: ['POLICY-01', 'POLICY-11', 'POLICY-15', 'POLICY-16'],
    change: strength(
      (check) => (password) => check(password !== '' && password.length < 8 ? harmless(password) : password),
    ),
  },
  {
    id: 'least-length-of-seven',
    does: 'the error for a short password contains another length than the policy',
    breaks: ['POLICY-01', 'POLICY-02', 'POLICY-11', 'POLICY-15', 'POLICY-16'],
    change: strength((check) => (password) => {
      if ([...password].length >= 8) return check(password)
      refuse(400, 'The password needs at least %1 characters. Create a new password and try again.', ['7'])
    }),
  },
  {
    id: 'empty-password-is-none',
    does: 'an empty password is treated as missing: an account without a password is created',
    breaks: ['POLICY-02', 'POLICY-12'],
    change: reading((body) => (body.password === '' && body.customer ? { ...body, password: null } : undefined)),
  },
  {
    id: 'two-kinds-are-enough',
    does: 'a password with two character classes is accepted',
    breaks: ['POLICY-03', 'POLICY-12'],
    change: classes(
      (check) => (password) => check(kinds(password, /[a-z]/, /[A-Z]/, /\d/, /\W/) === 2 ? 'Aa1' : password),
    ),
  },
  {
    id: 'kinds-not-counted',
    does: 'a password with one character class is accepted',
    breaks: ['POLICY-03', 'POLICY-12'],
    change: classes(() => () => undefined),
  },
  {
    id: 'all-four-kinds',
    does: 'a password must have all four character classes',
    breaks: ['POLICY-04', 'POLICY-13', 'POLICY-14'],
    change: classes((check) => (password) => {
      check(password)
      if (kinds(password, /[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/) < 4) tooPoor()
    }),
  },
  {
    id: 'longer-than-least',
    does: 'a password of exactly the minimum length is rejected as too short',
    breaks: ['POLICY-04'],
    change: strength((check) => (password) => check([...password].length === 8 ? password.slice(1) : password)),
  },
  {
    id: 'weak-password-leaves-account',
    does: 'a registration rejected for its password still creates the account, without a password',
    breaks: ['POLICY-17'],
    change: operation('customer.create', (call, inner) => {
      try {
        return inner(call)
      } catch (error) {
        const { password, ...others } = call.arguments
        if (String(password).length > 20) inner({ ...call, arguments: others })
        throw error
      }
    }),
  },
  {
    id: 'outer-blanks-accepted',
    does: 'a password with leading or trailing spaces is accepted',
    breaks: ['POLICY-05', 'POLICY-11'],
    change: strength(
      (check) => (password) => check(password.replace(/^ +| +$/g, (blanks) => '!'.repeat(blanks.length))),
    ),
  },
  {
    id: 'trailing-blank-accepted',
    does: 'a trailing space in a password is accepted',
    breaks: ['POLICY-05'],
    change: strength((check) => (password) => check(password.replace(/ +$/, (blanks) => '!'.repeat(blanks.length)))),
  },
  {
    id: 'no-longest-password',
    does: 'a password has no maximum length',
    breaks: ['POLICY-06', 'POLICY-12'],
    change: strength((check) => (password) => check(password.slice(0, 256))),
  },
  {
    id: 'longest-password-of-1024',
    does: 'a password of 1024 characters is accepted',
    breaks: ['POLICY-06', 'POLICY-12'],
    change: strength(
      (check) => (password) => ([...password].length > 1024 ? tooLong(1024) : check(password.slice(0, 256))),
    ),
  },
  {
    id: 'longest-password-of-255',
    does: 'a password of 256 characters is rejected as too long',
    breaks: ['POLICY-07'],
    change: strength((check) => (password) => (password.length === 256 ? tooLong(255) : check(password))),
  },
  {
    id: 'only-72-bytes-count',
    does: 'only the first 72 bytes of a password are compared, as in bcrypt',
    breaks: ['POLICY-08'],
    change: comparing((password) => password.slice(0, 72)),
  },
  {
    id: 'password-column-of-255',
    does: 'a password is cut to 255 characters',
    breaks: ['POLICY-08'],
    change: comparing((password) => password.slice(0, 255)),
  },
  {
    id: 'email-as-password',
    does: 'the e-mail is accepted as the password at registration',
    breaks: ['POLICY-09', 'POLICY-10'],
    change: atRegistration('checkPasswordIsNotEmail', () => () => undefined),
  },
  {
    id: 'name-of-mailbox-as-password',
    does: 'a password is compared only with the part of the e-mail before the @',
    breaks: ['POLICY-09', 'POLICY-10'],
    change: atRegistration(
      'checkPasswordIsNotEmail',
      (check) => (password, email) => check(password, email.replace(/@.*/, '')),
    ),
  },
  {
    id: 'email-as-password-in-other-case',
    does: 'a password is compared with the e-mail case-sensitively',
    breaks: ['POLICY-10'],
    change: atRegistration('checkPasswordIsNotEmail', (check) => (password, email) => {
      if (password === email) check(password, email)
    }),
  },
  {
    id: 'kinds-before-blanks',
    does: 'the character classes of a password are checked before its outer spaces',
    breaks: ['POLICY-11'],
    change: strength((check) => (password) => check(/^ [a-z]+ $/.test(password) ? password.trim() : password)),
  },
  {
    id: 'policy-numbers-as-numbers',
    does: 'the minimum length of a password is returned as a number',
    breaks: ['POLICY-12'],
    change: strength((check) => (password) => {
      if ([...password].length >= 8) return check(password)
      refuse(400, 'The password needs at least %1 characters. Create a new password and try again.', [8])
    }),
  },
  {
    id: 'policy-numbers-by-name',
    does: 'the maximum length of a password is returned as a string',
    breaks: ['POLICY-12'],
    change: strength((check) => (password) => {
      if ([...password].length <= 256) return check(password)
      refuse(400, 'Please enter a password with at most %1 characters.', ['256'])
    }),
  },
  {
    id: 'blank-is-not-special',
    does: 'a space inside a password does not count as a special character',
    breaks: ['POLICY-13'],
    change: classes((check) => (password) => check(password.replaceAll(' ', ''))),
  },
  {
    id: 'accented-letter-is-a-letter',
    does: 'an accented letter counts as a letter, not as a special character',
    breaks: ['POLICY-14'],
    change: classes((check) => (password) => check(password.replace(/[^\0-\x7f]/g, 'a'))),
  },
  {
    id: 'accents-of-passwords-ignored',
    does: 'a login ignores the accents of a password: the letter e is accepted for an é',
    breaks: ['POLICY-19'],
    change: comparing((password) => password.normalize('NFD').replace(/\p{M}/gu, '')),
  },
  {
    id: 'length-in-bytes',
    does: 'the length of a password is counted in bytes',
    breaks: ['POLICY-15'],
    change: strength((check) => (password) => check(Buffer.from(password).toString('latin1'))),
  },
  {
    id: 'boolean-password-refused',
    does: 'a password of `true` is rejected for its type',
    breaks: ['POLICY-16', 'TOKEN-35'],
    change: reading((body) => (body.password === true ? { ...body, password: ['true'] } : undefined)),
  },
])
