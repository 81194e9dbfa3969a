/**
 * Ask one thing at a time; of what comes meanwhile, only the last is asked, and an answer that is
 * no longer wanted is dropped.
 * @template Question, Answer
 * @param {(question: Question) => Promise<Answer>} ask
 * @param {(answer: Answer, question: Question) => void} tell
 */
export function latestWins(ask, tell) {
  /** @type {Question | undefined} */
  let waiting;
  let isBusy = false;

  /** @param {Question} question */
  return async function want(question) {
    waiting = question;
    if (isBusy) return;
    isBusy = true;
    try {
      while (waiting !== undefined) {
        const now = waiting;
        waiting = undefined;
        const answer = await ask(now);
        if (waiting === undefined) tell(answer, now);
      }
    } finally {
      waiting = undefined;
      isBusy = false;
    }
  };
}
