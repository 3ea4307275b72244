import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { accountLocked, required, signInFailed, wrongCurrentPassword } from '../shared/messages.ts'
import { loginLock } from './login-lock.scenario.ts'

const { must, should, may } = requirementsOf(loginLock)
const throttle = code('module-integration/Model/Oauth/Token/RequestThrottler.php:68', '2.4.7-p6')
const lock = code('module-customer/Model/Authentication.php:88', '2.4.7-p6')
const tests = (name: string) =>
  code(`dev/tests/api-functional/testsuite/Magento/Integration/Model/CustomerTokenServiceTest.php ${name}`, '2.4.7-p6')
const refused = { message: signInFailed }
/** True if a successful login resets the account's failures. */
const loginClears = has('login-clears-wrong-passwords')
const settings =
  'these are the limits of a stock shop: compare oauth/authentication_lock/max_failures_count, customer/password/lockout_failures and …/lockout_threshold; if the limits are switched off on purpose, set MAGENTO_LOCKOUT=unlimited'

must(
  'LOCK-01',
  'After five failed logins, the right password is still accepted',
  {
    why: 'A customer who mistypes a few times and then remembers must be able to log in; otherwise support gets the call.',
    source: [throttle, recorded('token/fails-then-right#right'), tests('testThrottlingMaxAttempts')],
    next: settings,
  },
  ({ 'failure 5': failure, 'right password after five failures': right }) => {
    expect(failure).toBeRefusedWith(401, refused)
    expect(right).toSucceed()
    expect(right.at('')).toBeOfType('string')
  },
)

should(
  'LOCK-02',
  'A login without a password is rejected as incomplete and does not count as a failed login',
  {
    why: 'A form submitted too early must not use up the customer’s attempts.',
    source: [verified('names-that-are-locked'), recorded('token/malformed-empty-password#call')],
    next: settings,
  },
  ({ 'empty password': empty, 'right password after five failures': right }) => {
    expect(empty).toBeRefusedWith(400, required('password'))
    expect(right).toSucceed()
  },
)

must(
  'LOCK-03',
  'After six failed logins of an unknown name, a right password returns the same error as a wrong one',
  {
    why: 'Without a limit, passwords are guessed as fast as the server responds. A different error would show that the account exists and that the guess was right.',
    source: [throttle, recorded('token/lockout#right-after'), tests('testThrottlingAccountLockout')],
    next: settings,
  },
  ({ 'unknown name, failure 6': failure, 'right password under the closed name': right }) => {
    expect(failure).toBeRefusedWith(401, refused)
    expect(right).toBeRefusedWith(401, refused).toAnswerLike(failure, 401)
  },
)

must(
  'LOCK-13',
  'After six failed logins of an existing account, its right password is rejected',
  {
    why: 'Without a limit, passwords of existing accounts are guessed as fast as the server responds.',
    source: [throttle, recorded('token/lockout#right-after'), tests('testThrottlingAccountLockout')],
    next: settings,
  },
  (read) => {
    expect(read['failure 6 of another']).toBeRefusedWith(401, refused)
    expect(read['right password of another after six failures']).toBeRefusedWith(401, refused)
  },
)

should(
  'LOCK-04',
  'Failed logins of an unknown name count: an account created later with this name cannot log in',
  {
    why: 'Counting only existing names would show which e-mails have an account; support has to know that a new customer may be locked out by earlier guesses.',
    source: [throttle, verified('names-that-are-locked')],
    next: settings,
  },
  ({ 'right password under the closed name': right }) => {
    expect(right).toHaveStatus(401)
  },
)

should(
  'LOCK-05',
  'Writing the e-mail in capitals does not bypass the lock of a name',
  {
    why: 'Otherwise each spelling of the e-mail gives six more guesses: thousands for one address.',
    source: [verified('names-that-are-locked'), throttle],
    next: settings,
  },
  ({ 'closed name in capitals': capitals }) => {
    expect(capitals).toBeRefusedWith(401, refused)
  },
)

must(
  'LOCK-06',
  'The eleventh wrong current password at a password change returns the error that the account is locked',
  {
    why: 'Otherwise a thief with a stolen token guesses the password without limit and takes over the account. The error tells the customer why the right password fails.',
    source: [lock, verified('accounts-that-are-locked')],
    next: settings,
  },
  ({ 'guess 11': guess }) => {
    expect(guess).toBeRefusedWith(401, { message: accountLocked })
  },
)

should(
  'LOCK-07',
  'A wrong current password is reported as wrong, not locked, as long as there were fewer than ten failures',
  {
    why: 'A customer told "locked" too early stops trying and calls support; with an early lock, an unattended laptop is enough to lock its owner out.',
    source: [lock, verified('accounts-that-are-locked'), recorded('change/refused#wrong-current')],
    next: settings,
  },
  ({ 'guess 1': first, 'guess 5': fifth, 'guess 10': tenth }, shop) => {
    expect(first).toBeRefusedWith(401, { message: wrongCurrentPassword })
    expect(fifth).toBeRefusedWith(401, { message: wrongCurrentPassword })
    // Until 2.4.8 the five failed logins still count after the successful one.
    const message = shop.is(loginClears) ? wrongCurrentPassword : accountLocked
    expect(tenth).toBeRefusedWith(401, { message })
  },
)

must(
  'LOCK-08',
  'A locked account cannot log in with the right password',
  {
    why: 'If the lock did not apply to logins, passwords guessed at the password change could be used there.',
    source: [lock, verified('accounts-that-are-locked'), recorded('lockout/three#right')],
    next: settings,
  },
  ({ 'right password of the locked': login }) => {
    expect(login).toBeRefusedWith(401, refused)
  },
)

may(
  'LOCK-09',
  'The token of a locked account still works',
  {
    why: 'Guesses by an attacker must not end the session of the customer, perhaps during a payment.',
    source: [verified('accounts-that-are-locked')],
  },
  ({ create, 'me of the locked': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'LOCK-10',
  'Ten minutes after the last guess, the account can log in again',
  {
    why: 'If the lock did not end, an attacker could keep customers out of their accounts for good.',
    source: [lock, recorded('lockout/three#after-lock-expires')],
    next: settings,
  },
  ({ 'right password ten minutes later': login }) => {
    expect(login).toSucceed()
  },
)

should(
  'LOCK-11',
  'Half an hour after its last failed login, a name can log in again, even if cron does not run',
  {
    why: 'Up to 2.4.3 a cron job had to unlock the name. In a shop without cron, six typing errors locked a customer out permanently.',
    in: has('name-lock-ends-by-itself'),
    source: [
      code('module-integration/Model/ResourceModel/Oauth/Token/RequestLog.php:68', '2.4.7-p6'),
      verified('names-that-are-locked'),
      thread('magento/magento2#34001'),
    ],
    next: settings,
  },
  ({ 'right password under the name half an hour later': login }) => {
    expect(login).toSucceed()
  },
)
