import { answers } from '../../faults/change.ts'
import { adding, countryRefused, isObject, refused, to, withHeader } from '../../faults/changes/answers.ts'
import { faults } from '../../faults/fault.ts'

export const errorFaults = faults([
  {
    id: 'country-refusal-without-message',
    does: 'the error for an unknown country has the field `error` instead of `message`',
    breaks: ['ERROR-01', 'DIRECTORY-04', 'DIRECTORY-05'],
    change: answers(countryRefused, () => ({ value: { error: 'not found' } })),
  },
  {
    id: 'developer-mode',
    does: 'errors contain a stack trace (`trace`), as in developer mode',
    breaks: ['ERROR-10'],
    change: answers(
      refused,
      adding(() => ({ trace: null })),
    ),
  },
  {
    id: 'trace-in-some-errors',
    does: 'the error for a missing token contains a stack trace (`trace`)',
    breaks: ['ERROR-02'],
    change: answers(
      (call, answer) => refused(call, answer) && answer.status === 401,
      adding(() => ({ trace: null })),
    ),
  },
  {
    id: 'server-path-in-a-refusal',
    does: 'an error contains a file path of the server',
    breaks: ['ERROR-03'],
    origin: 'magento/magento2#31546',
    change: answers(
      refused,
      adding(() => ({ file: '/var/www/html/vendor/magento/framework/Webapi.php' })),
    ),
  },
  {
    id: 'server-path-in-a-header',
    does: 'errors have a debug header with a file path of the server',
    breaks: ['ERROR-03'],
    change: answers(
      refused,
      withHeader('X-Exception', () => '/var/www/html/app/code/Acme/Login/Model/Guard.php:42'),
    ),
  },
  {
    id: 'sql-in-an-error',
    does: 'an error contains the SQL statement that failed',
    breaks: ['ERROR-09'],
    origin: 'magento/magento2#31546',
    change: answers(
      refused,
      adding(() => ({
        cause: 'SQLSTATE[42S22]: Column not found, query was: SELECT `e`.* FROM `customer_entity` AS `e`',
      })),
    ),
  },
  {
    id: 'sql-in-a-header',
    does: 'a profiler shows the SQL statements of a request in a header',
    breaks: ['ERROR-09'],
    change: answers(
      to('customer.create'),
      withHeader('X-Debug-Query', () => 'SELECT `e`.* FROM `customer_entity` AS `e`'),
    ),
  },
  {
    id: 'html-for-an-unknown-country',
    does: 'an unknown country returns an HTML page instead of a JSON error',
    breaks: ['ERROR-01', 'ERROR-04', 'HEAD-06', 'DIRECTORY-04', 'DIRECTORY-05'],
    change: answers(countryRefused, () => ({ body: '<!doctype html><title>404 Not Found</title>' })),
  },
  {
    id: 'internal-error-names-its-class',
    does: 'a 500 error contains the class of the exception',
    breaks: ['ERROR-05'],
    release: '2.4.6-p11',
    change: answers(
      (_, { status, value }) => status === 500 && isObject(value),
      adding(() => ({ class: 'TypeError' })),
    ),
  },
  {
    id: 'placeholder-without-parameter',
    does: 'an error message has a placeholder whose parameter is missing',
    breaks: ['ERROR-06', 'DIRECTORY-04', 'DIRECTORY-05'],
    change: answers(countryRefused, () => ({ value: { message: 'No country %countryId.' } })),
  },
  {
    id: 'unprocessable-country',
    does: 'an unknown country returns 422, a status Magento does not use',
    breaks: ['ERROR-07', 'DIRECTORY-04', 'DIRECTORY-05'],
    change: answers(countryRefused, () => ({ status: 422 })),
  },
])
