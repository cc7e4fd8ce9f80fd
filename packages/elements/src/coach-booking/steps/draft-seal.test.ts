import { expect } from '@open-wc/testing';
import { draftSeal } from './draft-seal.ts';

describe('the seal of a draft', () => {
  it('A21 opens what it sealed, and leaves nothing readable', async () => {
    const text = JSON.stringify({ name: 'Zoë Ångström', notes: 'a bad knee '.repeat(200) });
    const sealed = await draftSeal.seal(text);
    expect(sealed).not.to.contain('knee');
    expect(await draftSeal.open(sealed)).to.equal(text);
  });

  it('seals the same text to different letters each time', async () => {
    expect(await draftSeal.seal('Ana')).not.to.equal(await draftSeal.seal('Ana'));
  });

  it('rejects a changed seal and any other text', async () => {
    const sealed = await draftSeal.seal('Ana');
    const changed = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1);
    for (const wrong of [changed, '', 'not base64!']) {
      const opened = await draftSeal.open(wrong).then(
        () => true,
        () => false,
      );
      expect(opened, wrong).to.equal(false);
    }
  });
});
