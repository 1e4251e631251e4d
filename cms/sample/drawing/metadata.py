"""The caption inside the file: IPTC for press tools, XMP for both languages, a little EXIF for viewers.

Written by hand, because the standards are small and no library we may use writes all three.
"""

from xml.sax.saxutils import escape

from PIL import ExifTags, Image

from cms.sample.drawing.captions import Caption

ARTIST = "Hải Đăng"
RIGHTS = {
    "vi": "Minh họa mẫu của Hải Đăng, được dùng lại tự do.",
    "en": "Sample illustration of Hải Đăng, free to reuse.",
}
USAGE = {
    "vi": "Minh họa vẽ bằng máy cho kho tư liệu mẫu; không phải ảnh chụp, không mô tả địa điểm có thật.",
    "en": "Drawn by a program for the sample archive; not a photograph and not a real place.",
}
UTF_8 = b"\x1b%G"
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}


def iptc(caption: Caption) -> bytes:
    """An APP13 segment with the IPTC-IIM record, in UTF-8 and in Vietnamese."""
    fields = [
        (1, 90, UTF_8),
        (2, 0, b"\x00\x04"),
        (2, 5, _clip(caption.title_vi, 64)),
        (2, 55, caption.taken.strftime("%Y%m%d").encode()),
        (2, 80, _clip(ARTIST, 32)),
        (2, 90, _clip(caption.place, 32)),
        (2, 95, _clip("Tỉnh mẫu", 32)),
        (2, 105, _clip(caption.title_vi, 256)),
        (2, 110, _clip(caption.credit_vi, 32)),
        (2, 116, _clip(RIGHTS["vi"], 128)),
        (2, 120, _clip(caption.caption_vi, 2000)),
    ]
    record = b"".join(_dataset(*field) for field in fields)
    resource = b"8BIM\x04\x04\x00\x00" + len(record).to_bytes(4, "big") + record + b"\x00" * (len(record) % 2)
    segment = b"Photoshop 3.0\x00" + resource
    return b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value


def _clip(text: str, limit: int) -> bytes:
    """IPTC counts bytes; never leave half a letter."""
    return text.encode()[:limit].decode(errors="ignore").encode()


def xmp(caption: Caption) -> bytes:
    """An XMP packet: title, description, rights and terms of use in Vietnamese and English."""
    properties = [
        _in_both("dc:title", caption.title_vi, caption.title_en),
        _in_both("dc:description", caption.caption_vi, caption.caption_en),
        _in_both("dc:rights", RIGHTS["vi"], RIGHTS["en"]),
        _in_both("xmpRights:UsageTerms", USAGE["vi"], USAGE["en"]),
        _in_both("Iptc4xmpCore:AltTextAccessibility", caption.alt_vi, caption.alt_en),
        f"<dc:creator><rdf:Seq><rdf:li>{ARTIST}</rdf:li></rdf:Seq></dc:creator>",
        _plain("photoshop:Headline", caption.title_vi),
        _plain("photoshop:Credit", caption.credit_vi),
        _plain("photoshop:City", caption.place),
        _plain("photoshop:DateCreated", caption.taken.isoformat()),
    ]
    return _packet("\n".join(properties)).encode()


def _packet(properties: str) -> str:
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {names}><rdf:Description rdf:about="">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _in_both(name: str, vietnamese: str, english: str) -> str:
    """A text in both languages; readers that know neither take the Vietnamese one."""
    texts = (("x-default", vietnamese), ("vi", vietnamese), ("en", english))
    items = "".join(f'<rdf:li xml:lang="{language}">{escape(text)}</rdf:li>' for language, text in texts)
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def _plain(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def exif(caption: Caption) -> Image.Exif:
    """The three tags that every viewer shows; as bytes, because Pillow would turn accents into question marks."""
    tags = Image.Exif()
    tags[ExifTags.Base.ImageDescription] = caption.title_vi.encode()
    tags[ExifTags.Base.Artist] = ARTIST.encode()
    tags[ExifTags.Base.Copyright] = RIGHTS["vi"].encode()
    return tags
