import { loosely, type Pattern, strictly } from '../acts';
import { back, goBack, i, noMore, of, wish, zh } from './parts';

/** What the speaker gives back; before it what an admin gives in our own words. The more telling way first. */
export const returning: Pattern[] = [
  strictly('return', zh('^(?:我)?(?:想|要|想要)?(?:歸還|退還|交還|退回)(?:我的)?~(?<of>.*)$')),
  loosely('return', zh('^', i, wish, back, '~', of, '~了?$')),
  loosely(
    'return',
    zh('^', i, '(?:想要|想|要|得|可以|來)?~還(?!有|剩|是|可以|能|沒|在|要|需|想|缺|差)~', of, '~了?$'),
  ),
  loosely('return', zh('^', i, wish, '(?:把|將)~', of, '~', goBack, '$')),
  loosely('return', zh('^', i, '(?:手上|這裡|這邊)?(?:的)?~', noMore, '(?:到|著)?~', of, '~了?$')),
  loosely(
    'return',
    zh(
      '^',
      i,
      '(?:手上|這裡|這邊)?(?:的)?~',
      of,
      '~[,，]?~',
      i,
      noMore,
      '(?:到|著)?了?(?:~[,，、。]?~.*(?:還|收|退|拿|歸).*)?$',
    ),
  ),
  loosely(
    'return',
    zh(
      '^',
      i,
      of,
      '~[,，]?~',
      wish,
      '(?:還給|還|退還|歸還|退掉|退回|釋出|交回|退|收回|繳回)(?:公司|你們|你|回去|去|給別人|給其他人|出來)*了?$',
    ),
  ),
  loosely('return', zh('^', i, '(?:可以|想|要)?(?:收回|回收|拿回|取回|收走|拿走)~我的~(?<of>.+?)~了?$')),
  loosely(
    'return',
    zh(
      '^',
      i,
      of,
      '~[,，]?~(?:可以)?(?:給別人用|給別人|讓給別人|給其他人用|給需要的人|讓出來|釋出來|空出來)了?$',
    ),
  ),
];
