"""“Have we answered this already?”: earlier claims like this one, of dossiers that one may read (M6)."""

import random

import pytest
from django.utils import timezone

from cms.clarification import services
from cms.clarification.addresses import canonical
from cms.clarification.folding import folded
from cms.clarification.models import ClaimWord, MisinformationItem
from cms.clarification.similar import same_pictures, similar
from tests.cms.clarification.scene import detected, opened, told, upload
from tests.cms.clarification.test_files import drawing, saved

pytestmark = pytest.mark.django_db
PLACE = "https://tin.example/ca-phe/bai-12.html"

SAME = [
    PLACE,
    "http://tin.example/ca-phe/bai-12.html",
    "https://www.tin.example/ca-phe/bai-12.html",
    "https://m.tin.example/ca-phe/bai-12.html",
    "HTTPS://TIN.EXAMPLE/ca-phe/bai-12.html",
    "https://tin.example:443/ca-phe/bai-12.html",
    "https://tin.example/ca-phe/bai-12.html#binh-luan",
    "https://tin.example/ca-phe/bai-12.html?utm_source=fb&utm_medium=x",
    "https://tin.example/ca-phe/bai-12.html?fbclid=IwAR0abc",
    "https://tin.example//ca-phe/bai-12.html/",
    "https://tin.example/ca%2Dphe/bai-12.html",
    "tin.example/ca-phe/bai-12.html",
    "  https://tin.example/ca-phe/bai-12.html ",
]
OTHER = [
    "https://tin.example/ca-phe/bai-13.html",
    "https://khac.example/ca-phe/bai-12.html",
    "https://tin.example/ca-phe/bai-12.html?trang=2",
    "https://tin.example:8443/ca-phe/bai-12.html",
]


@pytest.mark.parametrize("url", SAME)
def test_an_address_is_the_same_however_it_is_shared(url):
    assert canonical(url) == canonical(PLACE)


@pytest.mark.parametrize("url", OTHER)
def test_another_page_is_another_address(url):
    assert canonical(url) != canonical(PLACE)


@pytest.mark.parametrize("nonsense", ["", "   ", "không phải địa chỉ", "http://", "javascript:alert(1)", "http://[::"])
def test_nonsense_is_no_address(nonsense):
    assert canonical(nonsense) == ""


def test_the_order_of_a_query_says_nothing_and_its_values_do():
    assert canonical("https://a.example/?b=2&a=1") == canonical("https://a.example/?a=1&b=2")
    assert canonical("https://a.example/?a=1") != canonical("https://a.example/?a=2")


def test_marks_and_capitals_say_nothing():
    assert folded("ĐẦM Phá Tam Giang") == folded("dam pha tam giang")


CLAIMS = [
    "Phá Vân Trình sẽ cấm đánh bắt hoàn toàn từ tháng 12 năm nay",
    "Tỉnh bán đứt bãi biển Hòa Sơn cho doanh nghiệp nước ngoài",
    "Nước giếng ở xã Vạn Lộc nhiễm độc, hàng trăm người nhập viện",
    "Lễ hội đèn lồng năm nay thu vé một triệu đồng mỗi người",
    "Cầu gãy ở phường Kim Long làm ba người thiệt mạng",
    "Foreign tourists must pay a secret fee at the old citadel",
]
PARAPHRASES = [
    ("Cấm hoàn toàn đánh bắt trên phá Vân Trình kể từ tháng 12", 0),
    ("pha van trinh cam danh bat tu thang 12", 0),
    ("Từ tháng 12 phá Vân Trình không cho đánh bắt nữa", 0),
    ("Bãi biển Hòa Sơn bị bán cho doanh nghiệp nước ngoài rồi", 1),
    ("BÃI BIỂN HÒA SƠN ĐÃ BÁN ĐỨT!!!", 1),
    ("Hàng trăm người xã Vạn Lộc nhập viện vì nước giếng nhiễm độc", 2),
    ("Giếng nước xã Vạn Lộc có độc", 2),
    ("Vé lễ hội đèn lồng một triệu đồng", 3),
    ("Gãy cầu phường Kim Long, ba người chết", 4),
    ("A secret fee for foreign tourists at the old citadel", 5),
    ("Tourists from abroad pay secret fee: old citadel", 5),
]
STRANGERS = [
    "Giá điện sinh hoạt tăng gấp đôi trong quý tới",
    "Trường học đóng cửa một tuần vì dịch cúm",
    "The airport will close for two years",
    "Sân vận động mới bị nứt sau cơn mưa",
]


def test_paraphrases_find_what_they_repeat_and_strangers_find_nothing(world):
    dossier = opened(world, text="Một chuyện khác hẳn, chẳng giống gì")
    items = [services.add_item(dossier, claim=told(claim), by=world.contributor) for claim in CLAIMS]

    for words, number in PARAPHRASES:
        found = similar(words, user=world.contributor)
        assert found, words
        assert found[0].item == items[number], words
    for words in STRANGERS:
        assert similar(words, user=world.contributor) == [], words


def test_a_claim_in_another_language_is_found_by_its_vietnamese(world):
    dossier = opened(world, text="The lagoon closes", language="en", claim_vi="Đầm phá đóng cửa với người đánh cá")

    found = similar("đầm phá đóng cửa với ngư dân đánh cá", user=world.contributor)

    assert [each.item.dossier for each in found] == [dossier]


def test_the_same_address_comes_first_whatever_it_says(world):
    opened(world, text=CLAIMS[0])
    same_place = opened(world, text="Một tiêu đề đã đổi", url=PLACE)

    found = similar(CLAIMS[0], "http://m.tin.example/ca-phe/bai-12.html?fbclid=1", user=world.contributor)

    assert found[0].is_same_address
    assert found[0].item.dossier == same_place
    assert len(found) == 2


def test_only_dossiers_that_one_may_read_are_searched(world):
    opened(world, text=CLAIMS[0], url=PLACE)

    assert similar(CLAIMS[0], PLACE, user=world.contributor2) == []
    assert similar(CLAIMS[0], PLACE, user=world.security) == []
    assert similar(CLAIMS[0], PLACE, user=world.auditor)


def test_the_same_picture_in_another_dossier_is_named_to_those_who_may_read_it(world):
    older, newer = opened(world), opened(world, related=(world.agency2,))
    first, second = (saved(drawing()).getvalue(), saved(drawing().resize((160, 100)), "JPEG").getvalue())
    keep(older, "a.png", first, world.contributor)

    file = keep(newer, "b.jpg", second, world.contributor)

    assert same_pictures(file, user=world.contributor) == [older.code]
    assert same_pictures(file, user=world.contributor2) == []


def keep(dossier, name, data, by):
    item = dossier.items.get()
    return services.keep_copy(item, upload=upload(name, data), captured_at=timezone.now(), by=by).file


def test_ten_thousand_claims_are_searched_in_few_questions(world, django_assert_max_num_queries):
    dossier, dice = detected(world, text="Chuyện đầu tiên"), random.Random(4)
    syllables = [f"t{number}" for number in range(3_000)]
    facts = {"dossier": dossier, "outlet": "x", "first_seen_at": dossier.opened_at, "recorded_by": world.contributor}
    texts = [" ".join(dice.choices(syllables, k=12)) for _turn in range(2_000)]
    items = MisinformationItem.objects.bulk_create([MisinformationItem(claim=text, **facts) for text in texts])
    ClaimWord.objects.bulk_create(
        ClaimWord(item=item, word=word) for item, text in zip(items, texts, strict=True) for word in set(text.split())
    )

    with django_assert_max_num_queries(8):
        found = similar(texts[1_234], user=world.contributor)

    assert found[0].item == items[1_234]
