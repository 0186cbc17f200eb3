import { allowanceReach } from '../../domain/defaults.ts';
import type { LimitKind } from '../../domain/group.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { say as bare } from '../../safe/inline.ts';
import type { ReasonWords } from '../reason-words.ts';
import { counted } from '../terminal-forms.ts';
import { limits, many, say } from './portuguese-forms.ts';

const hours = toHours(keptFor.spent);

const limitNouns: Readonly<Record<LimitKind, readonly [one: Inline, more: Inline]>> = {
  removals: limits.removals,
  demotions: limits.demotions,
  promotions: limits.promotions,
  adds: limits.adds,
};

const reportRefusals: ReasonWords['refusals']['report'] = {
  sentence: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`O arquivo ${file} agora aponta para outro grupo, com uma lista que antes era de um grupo diferente.`;
    if (limit === 'creates') {
      const counting = earlier > 0 ? say`, contando ${earlier} das últimas ${hours} horas` : say``;
      const made = count === 1 ? say`1 grupo seria criado` : say`${count} grupos seriam criados`;
      return say`${made} em ${hours} horas${counting}, e o limite é ${allowed}.`;
    }
    if (limit === 'admins')
      return say`${count === 0 ? say`Não restaria nenhum admin` : say`${count === 1 ? say`Restaria` : say`Restariam`} apenas ${many(count, say`admin`, say`admins`)}`}, e é preciso haver pelo menos ${allowed}.`;
    if (limit === 'emptied')
      return say`${count === 1 ? say`1 pessoa seria removida` : say`${count} pessoas seriam removidas`}, porque a lista não traz mais ninguém, ou ninguém que esteja no grupo.`;
    const what = say`${count === 1 ? say`seria` : say`seriam`} ${many(count, ...limits[limit])}`;
    if (scope === 'group') return say`Neste grupo ${what}, e o limite é ${allowed}.`;
    const before = earlier > 0 ? say`, contando ${earlier} das últimas ${hours} horas` : say``;
    if (limit === 'removals' || limit === 'adds') {
      const happens = limit === 'removals' ? say`removida` : say`adicionada`;
      const who = count === 1 ? say`1 pessoa seria ${happens}` : say`${count} pessoas seriam ${happens}s`;
      return say`Em todos os grupos juntos ${who} em ${hours} horas${before}, e o limite é ${allowed}.`;
    }
    return say`Em todos os grupos juntos ${what} em ${hours} horas${before}, e o limite é ${allowed}.`;
  },
  advice: {
    group: say`Nada é feito neste grupo. Diminua o número; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    run: ({ count }, room, rule) =>
      say`O merge não faz nada disso. Faça o merge ${room > 0 ? say`de no máximo ${room} agora e do resto` : say`disso`} ${hours} horas depois; ou, se for mesmo a intenção, aumente antes o limite (${rule} no arquivo _policy.yaml) para ${count}, em um pull request só para isso; ou o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    creates: ({ count }, room) =>
      say`Nenhum deles é criado. Faça o merge ${room > 0 ? say`de no máximo ${room} agora e do resto` : say`disso`} ${hours} horas depois; ou, se for mesmo a intenção, aumente antes o limite (limits.creates.run no arquivo _policy.yaml) para ${count}, em um pull request só para isso.`,
    admins: say`Nada é feito neste grupo. Indique outro admin, ou mantenha um.`,
    emptied: say`Nada é feito neste grupo. Liste quem deve ficar; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    invited: say`O merge não aprova que elas entrem neste grupo; o resto continua. Deixe entrar menos pessoas de uma vez; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    coming: say`O merge não aprova o que as datas daquele dia trazem; o resto continua. Deixe menos saídas para um mesmo dia; ou, se for mesmo a intenção, o arquivo do grupo pode permitir isso uma vez, com um motivo e um último dia.`,
    'id-edited': say`Nada é feito, porque as pessoas de um grupo seriam colocadas em outro. Outro grupo precisa de um arquivo próprio; se o grupo antigo acabou, apague antes o arquivo dele em um pull request só para isso.`,
  },
};

/** What a run's limit counts: people who leave or join, in however many groups, and roles one by one. */
function toRunCount(limit: LimitKind, count: number): Inline {
  const verb = limit === 'removals' ? say`sairia` : say`entraria`;
  if (limit === 'removals' || limit === 'adds')
    return count === 1 ? say`1 pessoa ${verb}` : bare`${count} pessoas ${verb}m`;
  return counted(count, ...limitNouns[limit]);
}

const groupAdvice = say`Nada é feito neste grupo, e não existe --force. Diminua o número; ou, se for mesmo a intenção, escreva no arquivo, no mesmo pull request, com um último dia nos próximos ${allowanceReach} dias, no lugar de qualquer allow: que já esteja lá:`;

const terminalRefusals: ReasonWords['refusals']['terminal'] = {
  sentence: (refusal, file) => {
    const { limit, scope, count, allowed } = refusal;
    if (limit === 'id-edited')
      return say`${file || say`O arquivo`} agora aponta para outro grupo, com uma lista que antes era de um grupo diferente.`;
    if (limit === 'creates') {
      const { earlier = 0 } = refusal;
      const counting = earlier > 0 ? bare`, contando ${earlier} das últimas ${hours} horas,` : say``;
      return bare`${counted(count, say`grupo`, say`grupos`)} a criar${counting} e o limite é ${allowed} (limits.creates.run).`;
    }
    if (limit === 'admins') {
      const left = counted(count, say`admin`, say`admins`);
      const rest =
        count === 0
          ? say`não restaria nenhum admin`
          : count === 1
            ? say`restaria ${left}`
            : say`restariam ${left}`;
      return bare`${rest}, e é preciso haver pelo menos ${allowed} (limits.admins.min).`;
    }
    if (limit === 'emptied')
      return say`${count === 1 ? say`1 membro sairia` : bare`${count} membros sairiam`}, porque a lista não traz mais ninguém, ou ninguém que esteja aqui.`;
    const rule = limit as Inline;
    if (scope === 'group')
      return bare`${counted(count, ...limitNouns[limit])} neste grupo, e o limite é ${allowed} (limits.${rule}.group).`;
    const { earlier = 0 } = refusal;
    const before = earlier > 0 ? bare`, contando ${earlier} das últimas ${hours} horas,` : say``;
    return bare`${toRunCount(limit, count)} em todos os grupos juntos${before} e o limite é ${allowed} (limits.${rule}.run).`;
  },
  advice: {
    group: groupAdvice,
    emptied: groupAdvice,
    creates: ({ count }, room) =>
      bare`Nenhum deles é criado. Faça o merge ${room > 0 ? bare`de no máximo ${room} agora e do resto` : say`disso`} ${hours} horas depois; ou aumente limits.creates.run para ${count} em _policy.yaml, em um pull request só para isso, antes deste. Não existe --force.`,
    admins: say`Nada é feito neste grupo. Indique outro admin no arquivo, ou mantenha um.`,
    'id-edited': say`Nada é feito: as pessoas de um grupo seriam colocadas em outro. Ponha o id de volta; outro grupo precisa de um arquivo próprio e, se o grupo antigo acabou, apague antes o arquivo dele em um pull request só para isso.`,
    run: ({ count }, room, rule) =>
      bare`Nada disso é feito. Faça o merge ${room > 0 ? bare`de no máximo ${room} agora e do resto` : say`disso`} ${hours} horas depois; ou aumente ${rule} para ${count} em _policy.yaml, em um pull request só para isso, antes deste; ou, se um grupo quer mesmo isso, escreva um allow: no arquivo dele (o que ele cobre não conta aqui). Não existe --force.`,
    invited: say`Não é aprovado que tantas pessoas entrem pelo link, e o resto continua. Deixe entrar menos de uma vez; ou, se for mesmo a intenção, escreva um allow: no arquivo do grupo, no mesmo pull request.`,
    coming: say`O que as datas daquele dia trazem não é aprovado, e o resto continua. Deixe menos saídas para um mesmo dia; ou, se for mesmo a intenção, escreva um allow: no arquivo do grupo, no mesmo pull request.`,
  },
};

const lifted: ReasonWords['lifted'] = {
  report: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`no máximo ${number} até ${until}, porque: ${reason}.`;
    if (limit === 'emptied')
      return say`Um limite não vale aqui: ${count === 1 ? say`1 pessoa seria removida` : say`${count} pessoas seriam removidas`}, e ninguém da lista ficaria no grupo. O arquivo do grupo permite: ${end}`;
    const what = many(count, ...limits[limit]);
    return scope === 'group'
      ? say`Um limite não vale aqui: há ${what}, e o limite é ${usual}. O arquivo do grupo permite: ${end}`
      : say`Um limite não vale aqui: todos os grupos juntos têm ${what}, o limite é ${usual}, e este grupo não conta. O arquivo dele permite: ${end}`;
  },
  terminal: ({ limit, scope, count, usual, number }, until, reason) => {
    const how = bare`no máximo ${number} até ${until}, motivo: ${reason}`;
    if (limit === 'emptied')
      return say`o allow: do arquivo deixa sair ${counted(count, say`membro`, say`membros`)}, e ninguém da lista ficaria aqui: ${how}`;
    const what = counted(count, ...limitNouns[limit]);
    return scope === 'group'
      ? bare`o allow: do arquivo permite ${what}, onde o limite é ${usual}: ${how}`
      : bare`o allow: do arquivo deixa este grupo fora do limite de todos os grupos juntos, que é ${usual} e veria ${what}: ${how}`;
  },
};

/** What limits say, and what is said where a file lifts one. */
export const portugueseLimits: Pick<ReasonWords, 'refusals' | 'lifted'> = {
  refusals: { report: reportRefusals, terminal: terminalRefusals },
  lifted,
};
