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
/** Whether a successful login forgets the account's failures. */
const loginClears = has('login-clears-wrong-passwords')
const settings =
  'the numbers are a stock shop’s: compare oauth/authentication_lock/max_failures_count, customer/password/lockout_failures and …/lockout_threshold; where these limits are switched off on purpose, set MAGENTO_LOCKOUT=unlimited'

must(
  'LOCK-01',
  'after five failed logins the right password still works',
  {
    why: 'A customer who mistypes a few times and then remembers must get in; otherwise support gets the call.',
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
  'an attempt without a password is refused as incomplete and counts as no failure',
  {
    why: 'An empty form sent too early must not use up the attempts of its owner.',
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
  'after six failed logins of one name the right password is refused too, in the words of a wrong one',
  {
    why: 'Without a limit passwords are guessed as fast as the server answers. With words of its own the lock would tell who has an account, and that the guess was right.',
    source: [throttle, recorded('token/lockout#right-after'), tests('testThrottlingAccountLockout')],
    next: settings,
  },
  ({ 'unknown name, failure 6': failure, 'right password under the closed name': right }) => {
    expect(failure).toBeRefusedWith(401, refused)
    expect(right).toBeRefusedWith(401, refused).toAnswerLike(failure)
  },
)

must(
  'LOCK-13',
  'After six failed logins of an existing account, its right password is rejected',
  {
    why: 'Without a limit the passwords of existing accounts are guessed as fast as the server answers.',
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
  'failed logins count by name, whether or not an account has it: one created afterwards is closed from the start',
  {
    why: 'Counting only names that exist would tell who has an account; and a name closed by guesses stays closed for its next owner, which support has to know.',
    source: [throttle, verified('names-that-are-locked')],
    next: settings,
  },
  ({ 'create under the closed name': create, 'right password under the closed name': right }) => {
    expect(create).toSucceed()
    expect(right).toHaveStatus(401)
  },
)

should(
  'LOCK-05',
  'writing the e-mail in capitals is no way around a closed name',
  {
    why: 'Otherwise each spelling of the e-mail gives six guesses more: thousands for one address.',
    source: [verified('names-that-are-locked'), throttle],
    next: settings,
  },
  ({ 'closed name in capitals': capitals }) => {
    expect(capitals).toBeRefusedWith(401, refused)
  },
)

must(
  'LOCK-06',
  'guessing the current password when changing it locks the account: the eleventh attempt is told so',
  {
    why: 'Whoever holds a stolen token could otherwise guess the password at leisure and take over the account for good. The words tell the customer why the right one is refused.',
    source: [lock, verified('accounts-that-are-locked')],
    next: settings,
  },
  ({ 'guess 11': guess }) => {
    expect(guess).toBeRefusedWith(401, { message: accountLocked })
  },
)

should(
  'LOCK-07',
  'a wrong current password is called wrong, not locked, as long as there were fewer than ten failures',
  {
    why: 'Told "locked" too early, a customer stops trying and calls support; locked too early, an open laptop is enough to lock somebody out.',
    source: [lock, verified('accounts-that-are-locked'), recorded('change/refused#wrong-current')],
    next: settings,
  },
  ({ 'guess 1': first, 'guess 5': fifth, 'guess 10': tenth }, shop) => {
    expect(first).toBeRefusedWith(401, { message: wrongCurrentPassword })
    expect(fifth).toBeRefusedWith(401, { message: wrongCurrentPassword })
    // Until 2.4.8 the five failed logins count as well, although a successful one came in between.
    const message = shop.is(loginClears) ? wrongCurrentPassword : accountLocked
    expect(tenth).toBeRefusedWith(401, { message })
  },
)

must(
  'LOCK-08',
  'a locked account cannot log in, not even with the right password',
  {
    why: 'A lock that the login does not know is none: the guesses found through the other door are used here.',
    source: [lock, verified('accounts-that-are-locked'), recorded('lockout/three#right')],
    next: settings,
  },
  ({ 'right password of the locked': login }) => {
    expect(login).toBeRefusedWith(401, refused)
  },
)

may(
  'LOCK-09',
  'the token of a locked account works on',
  {
    why: 'Guessing by a stranger must not end the session of the owner, who may be paying at this moment.',
    source: [verified('accounts-that-are-locked')],
  },
  ({ create, 'me of the locked': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'LOCK-10',
  'ten minutes after the last guess the account is open again',
  {
    why: 'A lock that does not end is a way to keep customers out of their accounts for good by guessing on purpose.',
    source: [lock, recorded('lockout/three#after-lock-expires')],
    next: settings,
  },
  ({ 'right password ten minutes later': login }) => {
    expect(login).toSucceed()
  },
)

should(
  'LOCK-11',
  'from 2.4.4 a name is open again half an hour after its last failed login, whether or not cron runs',
  {
    why: 'Up to 2.4.3 the name stayed closed until a cron job ran. On a shop without cron a customer who mistyped six times was locked out for ever.',
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
